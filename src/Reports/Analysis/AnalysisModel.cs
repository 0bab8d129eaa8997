using Ita.Domain.Remarks;

namespace Ita.Reports.Analysis;

/// <summary>The data of the analysis report of one agency and year.</summary>
/// <param name="Framework">The framework the result was computed with.</param>
/// <param name="Previous">The agency's result of an earlier year for comparison; null for no comparison.</param>
/// <param name="Version">Version of the result, 1 or more.</param>
/// <param name="ComputedAt">When the result was computed; date of the report and the PDF.</param>
public sealed record AnalysisModel(
    AgencyResult Result,
    Framework Framework,
    AgencyResult? Previous,
    ClassThresholds Thresholds,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Analysis;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);

    /// <summary>The framework of <see cref="Previous"/>; null for the built-in one.</summary>
    public Framework? PreviousFramework { get; init; }

    /// <summary>What the best tenth of the published agencies of the type reach, by score; empty when it is not known.</summary>
    public IReadOnlyDictionary<ScoreKey, decimal> BestTenths { get; init; } = ImmutableDictionary<ScoreKey, decimal>.Empty;

    /// <summary>The groups that the agency's total is compared with; empty for no comparison.</summary>
    public ImmutableArray<PeerFigures> Peers { get; init; } = [];

    /// <summary>The day on which the groups were read; null when there are none.</summary>
    public DateOnly? PeersAsOf { get; init; }

    /// <summary>The plan for a better rating; null for a plan for the next rating with the default efforts.</summary>
    public PlanOutcome? Plan { get; init; }

    /// <summary>What assessors and respondents wrote, by instrument in the order of the framework; empty when nothing was sent.</summary>
    public ImmutableArray<RemarkSet> Remarks { get; init; } = [];
}
