using Ita.Reports.Analysis;

namespace Ita.Reports.Checks;

/// <summary>A row of the table of findings.</summary>
/// <param name="IsError">Whether a figure must be wrong; otherwise it should be looked at.</param>
/// <param name="Where">The score concerned, as named in the documents.</param>
public sealed record CheckRow(bool IsError, string Where, string Text, string? Expected, string? Actual)
{
    private const string Missing = "item-missing";

    /// <summary>Errors first, then warnings, each in the order of the result; items without a score are one row, last.</summary>
    public static ImmutableArray<CheckRow> List(AgencyResult result, FrameworkNames names)
    {
        var missing = result.Findings.Where(finding => finding.Code == Missing).ToList();
        var others = result.Findings.Where(finding => missing.Count == 1 || finding.Code != Missing)
            .OrderByDescending(finding => finding.Severity)
            .Select(finding => Row(finding, names));
        return [.. others, .. missing.Count > 1 ? [Folded(missing, names)] : Array.Empty<CheckRow>()];
    }

    private static CheckRow Row(Finding finding, FrameworkNames names) => new(
        finding.Severity == Severity.Error,
        names.Brief(ScoreKey.Parse(finding.Where)),
        names.Spoken(finding.Text.Th),
        finding.Expected,
        finding.Actual);

    private static CheckRow Folded(List<Finding> missing, FrameworkNames names)
    {
        var codes = string.Join(", ", missing.Select(finding => names.ItemCode(ScoreKey.Parse(finding.Where))));
        return new(
            missing.Any(finding => finding.Severity == Severity.Error),
            $"{ThaiNumber.Count(missing.Count)}\u00a0ข้อ",
            $"ไม่มีคะแนนของข้อ {codes} โปรดเพิ่มในไฟล์",
            null,
            null);
    }
}
