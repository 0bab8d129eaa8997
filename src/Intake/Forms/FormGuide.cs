namespace Ita.Intake.Forms;

/// <summary>The Thai sentences on the last sheet of a form.</summary>
internal static class FormGuide
{
    /// <summary>The name of a kind, which is also the name of a sheet.</summary>
    public static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Scores => "คะแนนรายข้อ",
        FileKind.Indicators => "คะแนนรายตัวชี้วัด",
        FileKind.Agencies => "ทะเบียนหน่วยงาน",
        FileKind.Checklist => "ผลตรวจ OIT",
        FileKind.Responses => "คำตอบแบบวัด",
        FileKind.Measures => "มาตรการ",
        FileKind.Totals => "คะแนนรวม",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a name."),
    };

    /// <param name="sheets">The names of the sheets to fill in.</param>
    public static IEnumerable<string> Sentences(FileKind kind, FiscalYear year, IReadOnlyCollection<string> sheets) =>
    [
        $"แบบฟอร์ม{NameOf(kind)} ปีงบประมาณ พ.ศ. {year}",
        $"กรอกข้อมูลในแผ่นงาน {string.Join(" ", sheets)} แถวแรกเป็นหัวตาราง โปรดอย่าเปลี่ยนชื่อหัวตาราง และอย่าผสานเซลล์",
        "คอลัมน์ที่มีปุ่มลูกศรให้เลือกค่าจากรายการ",
        "คอลัมน์รหัสและคอลัมน์ข้อความกำหนดรูปแบบเป็นข้อความไว้แล้ว เลขศูนย์หน้ารหัสจึงไม่หาย เมื่อคัดลอกจากไฟล์อื่น โปรดวางเฉพาะค่า",
        .. Own(kind),
        "แถวที่ไม่ได้กรอกไม่ต้องลบ ระบบจะข้ามให้ และไม่ต้องลบแผ่นงานคำแนะนำนี้",
        "บันทึกเป็นไฟล์ .xlsx แล้วส่งไฟล์นี้ทั้งไฟล์ หากบันทึกเป็น CSV จะได้เพียงแผ่นงานเดียว",
    ];

    private static string[] Own(FileKind kind) => kind switch
    {
        FileKind.Checklist =>
        [
            "คะแนนเลือก 0 หรือ 100 ช่องลิงก์ใส่ที่อยู่เว็บไซต์ที่ตรวจ",
        ],
        FileKind.Responses =>
        [
            "หนึ่งแถวคือผู้ตอบหนึ่งคน คัดลอกแถวแรกลงมาให้ครบจำนวนผู้ตอบ แล้วเปลี่ยนลำดับผู้ตอบ โปรดอย่าใส่ชื่อผู้ตอบ",
            "คำตอบเลือกจากรายการ หรือใส่เป็นคะแนนของคำตอบก็ได้",
        ],
        FileKind.Measures =>
        [
            "หนึ่งแถวคือหนึ่งมาตรการ คัดลอกแถวแรกลงมาให้ครบจำนวนมาตรการ",
            "ช่องข้อใส่ได้หลายข้อ คั่นด้วยเครื่องหมายจุลภาค เช่น I1, E2 ขั้นตอนใส่เลขลำดับ 1. 2. 3. และขึ้นบรรทัดใหม่ด้วย Alt+Enter",
        ],
        FileKind.Agencies =>
        [
            "ช่องที่ไม่ทราบให้เว้นว่าง ข้อมูลเดิมจะคงอยู่",
        ],
        _ =>
        [
            "คะแนนเป็นตัวเลขตั้งแต่ 0 ถึง 100 ใช้จุดทศนิยม ไม่ต้องใส่เครื่องหมาย %",
        ],
    };
}
