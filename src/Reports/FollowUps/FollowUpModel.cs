namespace Ita.Reports.FollowUps;

/// <summary>The data of one agency's follow-up report.</summary>
/// <param name="Analysed">The year whose result the measures are based on.</param>
/// <param name="Measures">In the order of the plan.</param>
/// <param name="Today">The day used to decide which rounds are overdue; passed in, so that a reprint is the same.</param>
/// <param name="Version">Version of the follow-up, 1 or more.</param>
/// <param name="ComputedAt">When it was last changed; date of the report and the PDF.</param>
public sealed record FollowUpModel(
    Agency Agency,
    FiscalYear Analysed,
    ImmutableArray<Measure> Measures,
    DateOnly Today,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.FollowUp;

    /// <summary>The round reported on; null for the whole year.</summary>
    public FollowUpRound? Round { get; init; }

    /// <summary>Host of the agency's site, to flag evidence on other sites; null when not known.</summary>
    public string? AgencyHost { get; init; }

    /// <summary>The framework of the analysed year, for the names of indicators; null to show their codes.</summary>
    public Framework? Framework { get; init; }

    /// <summary>The changes of the scores, once the result of the next year exists.</summary>
    public ImmutableArray<MeasureOutcome> Effects { get; init; } = [];

    /// <summary>Files of the measures' pictures, by id; pictures without a file are not shown.</summary>
    public ImmutableDictionary<string, byte[]> Pictures { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>The year in which the measures are carried out; without measures, the year after the analysed one.</summary>
    public FiscalYear CarriedOut => Measures.IsEmpty
        ? FiscalYear.FromBuddhistEra(Analysed.BuddhistEra + 1)
        : Measures.Max(measure => measure.CarriedOut)!;
}
