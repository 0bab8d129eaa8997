namespace Ita.Reports.Analysis;

/// <summary>Names of score statuses in reports.</summary>
public static class StatusNames
{
    // The part whose items were stated is computed from them; only its number is derived.
    public static string Of(ScoreNode node) => Of(node is { Status: ScoreStatus.Derived, Reason.Code: "part-unknown" }
        ? ScoreStatus.Computed
        : node.StatusShown);

    public static string Of(ScoreStatus status) => status switch
    {
        ScoreStatus.Computed => "คำนวณจากคะแนนในระดับย่อย",
        ScoreStatus.Published => "ตามที่ประกาศ ตรงกับที่คำนวณได้",
        ScoreStatus.Given => "ตามคะแนนที่หน่วยงานแจ้ง",
        ScoreStatus.Derived => "คำนวณจากคะแนนระดับบน",
        ScoreStatus.Bounded => "ทราบเพียงช่วงคะแนน",
        ScoreStatus.NotProcessed => "ไม่ประมวลผล",
        ScoreStatus.NoData => "ไม่มีข้อมูล",
        ScoreStatus.Withheld => "ไม่เปิดเผย",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a name."),
    };
}
