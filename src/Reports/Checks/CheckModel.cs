namespace Ita.Reports.Checks;

/// <summary>The data of the check sheet of one agency and year (แบบตรวจสอบร่าง).</summary>
/// <param name="Result">The result of the analysed year.</param>
/// <param name="Framework">The framework the result was computed with.</param>
/// <param name="Measures">The plan; empty when there is none yet.</param>
/// <param name="Source">The file the scores came from.</param>
/// <param name="Version">Version of the result, 1 or more.</param>
/// <param name="ComputedAt">When the result was computed or the plan was last changed; date of the report and the PDF.</param>
public sealed record CheckModel(
    AgencyResult Result,
    Framework Framework,
    ClassThresholds Thresholds,
    ImmutableArray<Measure> Measures,
    DataSource Source,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Check;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);

    /// <summary>Host of the agency's site, to flag evidence on other sites; null when not known.</summary>
    public string? AgencyHost { get; init; }
}

/// <param name="Name">File name given by the sender.</param>
/// <param name="Id">The upload's id.</param>
public sealed record DataSource(string Name, string Id);
