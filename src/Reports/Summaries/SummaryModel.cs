using Ita.Domain.Ranking;

namespace Ita.Reports.Summaries;

/// <summary>All that the summary of a province, a type or the nation says is taken from here.</summary>
/// <param name="Scope">What it is over, as the title says it: จังหวัดจันทบุรี, องค์การบริหารส่วนตำบล, ทั่วประเทศ.</param>
/// <param name="Framework">Of the summary's year.</param>
/// <param name="Version">1 or more.</param>
/// <param name="ComputedAt">When the newest result in it was computed; dates the report and the PDF.</param>
public sealed record SummaryModel(
    string Scope, Summary Summary, Framework Framework, int Version, DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Summary;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Summary.Year, Framework.Year);

    /// <summary>
    /// The share of agencies, in percent, that is meant to be at or above the line: 84 by the master plan under the national strategy,
    /// issue 21 (as the 2567 documents cite it). Null leaves the target out.
    /// </summary>
    public decimal? ShareTarget { get; init; } = 84;

    /// <summary>How many ranks are listed from either end.</summary>
    public int Listed { get; init; } = 10;
}
