namespace Ita.Reports.Documents;

/// <summary>The contradictions between published figures that a reader must know, as sentences of an official document.</summary>
/// <remarks>Other findings are messages to those who prepare the document, and are in the check sheet only.</remarks>
public static class FigureDoubts
{
    private const string Check = "ควรตรวจสอบกับต้นเรื่อง";

    /// <summary>Whether the total that is shown is a published one that its parts do not allow.</summary>
    public static bool IsOfTotal(AgencyResult result) => result.Findings.Any(IsOfTotal);

    /// <summary>The sentences about the total and the rating.</summary>
    public static IEnumerable<string> OfTotal(AgencyResult result, FrameworkNames names) =>
        Say(result, names, finding => finding.Where is ScoreKey.TotalCode or FrameworkNames.RatingCode);

    /// <summary>The sentences about all figures, those about the total first.</summary>
    public static IEnumerable<string> All(AgencyResult result, FrameworkNames names) =>
        OfTotal(result, names).Concat(Say(result, names, finding => finding.Where is not (ScoreKey.TotalCode or FrameworkNames.RatingCode)));

    private static bool IsOfTotal(Finding finding) => finding is { Code: "not-reachable", Where: ScoreKey.TotalCode };

    private static IEnumerable<string> Say(AgencyResult result, FrameworkNames names, Func<Finding, bool> which) =>
        result.Findings.Where(finding => finding.Severity == Severity.Error && which(finding))
            .Select(finding => Say(finding, names)).OfType<string>();

    private static string? Say(Finding finding, FrameworkNames names)
    {
        var stated = finding.Where == ScoreKey.TotalCode ? "คะแนนรวมตามประกาศ" : $"คะแนน{names.Brief(ScoreKey.Parse(finding.Where))}ตามประกาศ";
        return finding.Code switch
        {
            "published-differs" => $"{stated} ({finding.Actual}) ไม่ตรงกับคะแนนที่คำนวณจาก{Below(finding)} ({finding.Expected}) "
                + $"เกินกว่าการปัดเศษ เอกสารนี้ใช้คะแนนที่คำนวณได้ {Check}",
            "not-reachable" => $"{stated} ({finding.Actual}) {Beyond(finding)} {Check}",
            "not-reachable-by-points" => $"{stated} ({finding.Actual}) ไม่ใช่คะแนนที่เกิดขึ้นได้จากคะแนนรายข้อ ({finding.Expected}) {Check}",
            "part-out-of-range" => $"{stated} ({finding.Actual}) ไม่สอดคล้องกับคะแนนของส่วนที่มี ({finding.Expected}) {Check}",
            "rating-differs" or "rating-of-another-scheme" =>
                $"ระดับผลการประเมินตามประกาศ ({finding.Actual}) ไม่ตรงกับระดับตามคะแนน ({finding.Expected}) {Check}",
            _ => null,
        };
    }

    // The expected range is written as 69.46-95.46.
    private static string Beyond(Finding finding)
    {
        var ends = finding.Expected!.Split('-');
        return decimal.Parse(finding.Actual!, CultureInfo.InvariantCulture) > decimal.Parse(ends[^1], CultureInfo.InvariantCulture)
            ? $"สูงกว่าคะแนนสูงสุดที่เป็นไปได้จาก{Below(finding)} ({ends[^1]})"
            : $"ต่ำกว่าคะแนนต่ำสุดที่เป็นไปได้จาก{Below(finding)} ({ends[0]})";
    }

    private static string Below(Finding finding) => finding.Where.StartsWith("IND", StringComparison.Ordinal) ? "คะแนนรายข้อ" : "คะแนนรายตัวชี้วัด";
}
