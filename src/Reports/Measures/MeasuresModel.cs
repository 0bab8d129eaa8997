namespace Ita.Reports.Measures;

/// <summary>All that the plan of measures of one agency says is taken from here.</summary>
/// <param name="Result">The analysed year's result.</param>
/// <param name="Framework">The framework the result was computed with.</param>
/// <param name="Measures">In the order of the plan.</param>
/// <param name="Version">Version of the plan, 1 or more.</param>
/// <param name="ComputedAt">When the plan was last changed; dates the report and the PDF.</param>
public sealed record MeasuresModel(
    AgencyResult Result,
    Framework Framework,
    ClassThresholds Thresholds,
    ImmutableArray<Measure> Measures,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Measures;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);

    /// <summary>The year the measures are carried out in; the year after the analysed one where there is no measure to say so.</summary>
    public FiscalYear CarriedOut => Measures.IsEmpty
        ? FiscalYear.FromBuddhistEra(Result.Year.BuddhistEra + 1)
        : Measures.Max(measure => measure.CarriedOut)!;
}
