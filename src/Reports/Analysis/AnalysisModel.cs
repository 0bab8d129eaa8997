namespace Ita.Reports.Analysis;

/// <summary>All that the analysis report of one agency and year says is taken from here.</summary>
/// <param name="Framework">The framework the result was computed with.</param>
/// <param name="Previous">The same agency's result of an earlier year, to compare with; null leaves the comparison out.</param>
/// <param name="Source">The file the scores came from.</param>
/// <param name="Version">Version of the result, 1 or more.</param>
/// <param name="ComputedAt">When the result was computed; dates the report and the PDF.</param>
public sealed record AnalysisModel(
    AgencyResult Result,
    Framework Framework,
    AgencyResult? Previous,
    ClassThresholds Thresholds,
    DataSource Source,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Analysis;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);

    /// <summary>The framework of <see cref="Previous"/>; null takes the delivered one.</summary>
    public Framework? PreviousFramework { get; init; }

    /// <summary>The way to a better rating; null plans for the next one by the usual efforts.</summary>
    public PlanOutcome? Plan { get; init; }
}

/// <param name="Name">The file as its sender named it.</param>
/// <param name="Id">The upload's id.</param>
public sealed record DataSource(string Name, string Id);
