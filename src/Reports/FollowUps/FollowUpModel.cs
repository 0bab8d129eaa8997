namespace Ita.Reports.FollowUps;

/// <summary>All that the follow-up report of one agency says is taken from here.</summary>
/// <param name="Analysed">The year whose result the measures answer.</param>
/// <param name="Measures">In the order of the plan.</param>
/// <param name="Today">The day by which rounds are overdue; never the wall clock of the printer.</param>
/// <param name="Version">Version of the follow-up, 1 or more.</param>
/// <param name="ComputedAt">When it was last changed; dates the report and the PDF.</param>
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

    /// <summary>The agency's site, to tell evidence elsewhere; null when not known.</summary>
    public string? AgencyHost { get; init; }

    /// <summary>The analysed year's framework, for the names of indicators; null leaves their codes.</summary>
    public Framework? Framework { get; init; }

    /// <summary>What became of the scores, once the next year's result is there.</summary>
    public ImmutableArray<DidItWork> Effects { get; init; } = [];

    /// <summary>Files of the measures' pictures by their ids; one that is not here is not shown.</summary>
    public ImmutableDictionary<string, byte[]> Pictures { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>The year the measures are carried out in; the year after the analysed one where there is no measure to say so.</summary>
    public FiscalYear CarriedOut => Measures.IsEmpty
        ? FiscalYear.FromBuddhistEra(Analysed.BuddhistEra + 1)
        : Measures.Max(measure => measure.CarriedOut)!;
}
