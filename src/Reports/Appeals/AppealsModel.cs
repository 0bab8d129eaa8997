using Ita.Domain.Appeals;

namespace Ita.Reports.Appeals;

/// <summary>The data of the record of an agency's comments on its result (บันทึกการขอทบทวนผล).</summary>
/// <param name="Framework">The framework the result was computed with; it names the items.</param>
/// <param name="Window">The days of the year's appeals; null when none are set.</param>
/// <param name="Comments">By number; empty when the agency has sent none.</param>
/// <param name="Version">Version of the result, 1 or more.</param>
/// <param name="ComputedAt">When the result was computed or the last action on a comment was; date of the PDF.</param>
public sealed record AppealsModel(
    Agency Agency,
    FiscalYear Year,
    Framework Framework,
    AppealWindow? Window,
    ImmutableArray<AppealComment> Comments,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Appeals;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Year, Framework.Year);
}
