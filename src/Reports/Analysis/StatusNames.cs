namespace Ita.Reports.Analysis;

/// <summary>Names of score statuses in reports.</summary>
public static class StatusNames
{
    public static string Of(ScoreNode node) => Of(node.StatusShown);

    public static string Of(ScoreStatus status) => status switch
    {
        ScoreStatus.Computed => "คำนวณจากคะแนนในระดับย่อย",
        ScoreStatus.Published => "ตามที่ประกาศ ตรงกับที่คำนวณได้",
        ScoreStatus.Given => "ตามข้อมูลที่ได้รับ",
        ScoreStatus.Derived => "คำนวณย้อนกลับ",
        ScoreStatus.Bounded => "ทราบเพียงช่วงคะแนน",
        ScoreStatus.NotProcessed => "ไม่ประมวลผล",
        ScoreStatus.NoData => "ไม่มีข้อมูล",
        ScoreStatus.Withheld => "ไม่เปิดเผย",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a name."),
    };
}
