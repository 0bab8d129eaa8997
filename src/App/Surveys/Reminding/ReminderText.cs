using Ita.Reports.Text;

namespace Ita.App.Surveys.Reminding;

/// <summary>The e-mail to an agency whose survey is short of answers: the numbers, and what to do.</summary>
internal static class ReminderText
{
    /// <param name="reminders">At least one, all of one agency.</param>
    public static (string Subject, string Text) Of(IReadOnlyList<Reminder> reminders)
    {
        var first = reminders[0];
        var forms = string.Join('\n', reminders.Select(reminder => $"- {Line(reminder.Meter)}"));
        return ($"แบบวัด ITA: ยังขาดผู้ตอบ เหลือ {first.DaysLeft} วัน", $"""
            เรียน ผู้ประสานงาน ITA ของ {first.Agency.Title}

            แบบวัดการรับรู้ปีงบประมาณ พ.ศ. {first.Agency.Year} ของหน่วยงานยังมีผู้ตอบไม่ครบ

            {forms}

            รับคำตอบถึง {ThaiDate.Full(first.LastDay)} เหลือ {first.DaysLeft} วันรวมวันนี้

            สิ่งที่ควรทำ
            - แจ้งที่อยู่แบบวัดและรหัสของหน่วยงานแก่บุคลากรอีกครั้ง (IIT)
            - เชิญผู้มาติดต่อให้ตอบด้วยหมายเลขโทรศัพท์หรืออีเมลของตน (EIT)
            - หากจำนวนบุคลากรหรือผู้มาติดต่อไม่ถูกต้อง โปรดแก้ไขทะเบียนหน่วยงาน
            - อย่าตอบแทนผู้อื่น และอย่าขอรหัสผ่านครั้งเดียวของผู้ใด

            ส่งวันละไม่เกินหนึ่งฉบับ ยกเลิกได้โดยตั้ง reminders เป็น false ในทะเบียนหน่วยงาน อีเมลนี้ไม่มีลิงก์ให้กด

            """);
    }

    private static string Line(SampleMeter meter) => meter.Minimum is { } minimum
        ? string.Create(CultureInfo.InvariantCulture, $"{meter.Survey}: ตอบแล้ว {meter.Received} ต้องได้อย่างน้อย {minimum} ยังขาด {meter.Missing}")
        : string.Create(CultureInfo.InvariantCulture, $"{meter.Survey}: ตอบแล้ว {meter.Received} ยังไม่ทราบขั้นต่ำ โปรดระบุจำนวนคนในทะเบียนหน่วยงาน");
}
