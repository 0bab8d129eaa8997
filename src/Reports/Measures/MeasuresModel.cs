namespace Ita.Reports.Measures;

/// <summary>The data of one agency's plan of measures.</summary>
/// <param name="Result">The result of the analysed year.</param>
/// <param name="Framework">The framework the result was computed with.</param>
/// <param name="Measures">In the order of the plan.</param>
/// <param name="Version">Version of the plan, 1 or more.</param>
/// <param name="ComputedAt">When the plan was last changed; date of the report and the PDF.</param>
public sealed record MeasuresModel(
    AgencyResult Result,
    Framework Framework,
    ClassThresholds Thresholds,
    ImmutableArray<Measure> Measures,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    /// <summary>The result of the year before, to say how weak scores changed; null when there is none.</summary>
    public AgencyResult? Previous { get; init; }

    public override ReportKind Kind => ReportKind.Measures;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);

    /// <summary>The year in which the measures are carried out; without measures, the year after the analysed one.</summary>
    public FiscalYear CarriedOut => Measures.IsEmpty
        ? FiscalYear.FromBuddhistEra(Result.Year.BuddhistEra + 1)
        : Measures.Max(measure => measure.CarriedOut)!;
}
