namespace Ita.Reports.Analysis;

/// <summary>The sentences about the plan for a better rating and the stability of the present one.</summary>
public static class GainProse
{
    public static string Outcome(PlanOutcome plan) => plan switch
    {
        PlanOutcome.Found found => $"ระดับที่สูงขึ้นถัดไป คือ “{found.Target}” แนวทางต่อไปนี้เพิ่มคะแนนรายข้อรวมน้อยที่สุด "
            + $"คือ {ThaiNumber.Points(found.ByPoints.Cost)} ใน {ThaiNumber.Count(found.ByPoints.Raises.Length)} รายการ",
        PlanOutcome.Reached => "ได้ระดับผลการประเมินสูงสุดแล้ว จึงควรรักษาระดับไว้",
        PlanOutcome.NotReachable none => $"แม้เพิ่มทุกรายการที่เพิ่มได้จนเต็ม ก็ยังไม่ถึงระดับ “{none.Target}” โดยจะได้คะแนนรวม {ThaiNumber.Points(none.Best.Total)}",
        PlanOutcome.NotPlannable none => none.Why.Text.Th,
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "An outcome without a sentence."),
    };

    public static string After(Outlook after) =>
        $"เมื่อเพิ่มคะแนนตามตารางแล้ว คะแนนรวมจะเป็น {ThaiNumber.Points(after.Total)} อยู่ในระดับ “{after.Band}”";

    public static string Steady(Stability stability, Func<Reason, string> because) => stability.Total is { } total
        ? $"คะแนนรวมอยู่ในช่วง {ThaiNumber.Score(total.Low)} – {ThaiNumber.Points(total.High)} ({because(stability.Why)}) {Possible(stability)}"
        : "ไม่ทราบจำนวนผู้ตอบแบบวัดครบทุกเครื่องมือ จึงไม่ได้คำนวณช่วงความเชื่อมั่นของคะแนน คงแสดงเฉพาะระยะห่างจากเกณฑ์";

    private static string Possible(Stability stability) => stability.CouldBe.Length == 1
        ? $"ความคลาดเคลื่อนของการสุ่มตัวอย่างไม่ทำให้ระดับ “{stability.CouldBe[0]}” เปลี่ยนแปลง"
        : $"เมื่อคำนึงถึงความคลาดเคลื่อนของการสุ่มตัวอย่าง ระดับอาจเป็น {ThaiList.Or(stability.CouldBe.Select(band => $"“{band}”"))}";
}
