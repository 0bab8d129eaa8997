namespace Ita.App.Results;

/// <summary>A result as the API returns it: the shown figures and how each was computed.</summary>
public sealed record ResultObject(
    int FiscalYear,
    string AgencyCode,
    string? AgencyName,
    string? AgencyType,
    string? Province,
    int Version,
    string State,
    decimal? Total,
    ScoreStatus TotalStatus,
    string? Rating,
    string RatingStatus,
    string RatingReason,
    string RatingReasonEn,
    ImmutableArray<string> RatingCandidates,
    NextObject? Next,
    TraceObject Trace,
    ImmutableSortedDictionary<string, InstrumentObject> Instruments,
    ImmutableArray<IndicatorObject> Indicators,
    ImmutableArray<FindingObject> Findings,
    string MethodVersion,
    CaveatsObject? Caveats,
    string Upload,
    DateTimeOffset ComputedAt)
{
    /// <param name="state">draft or published, from the row, because a blob is never changed.</param>
    /// <param name="framework">The framework the result was computed with.</param>
    public static ResultObject From(StoredResult stored, string state, Framework framework)
    {
        var result = stored.Result;
        var why = result.Rating.Why.Text;
        return new(
            result.Year.BuddhistEra,
            result.Agency.Code,
            result.Agency.Name,
            result.Agency.Type,
            result.Agency.Province,
            stored.Version,
            state,
            result.Total.Shown,
            result.Total.StatusShown,
            result.Rating.BandName,
            Names.Of(result.Rating),
            why.Th,
            why.En,
            (result.Rating as RatingOutcome.Undecided)?.Candidates ?? [],
            NextObject.From(result.Rating),
            TraceObject.From(result.Total),
            InstrumentObject.AllOf(result),
            [.. result.Instruments.SelectMany(IndicatorObject.AllOf)],
            [.. result.Findings.Select(FindingObject.From)],
            result.MethodVersion,
            CaveatsObject.From(framework),
            stored.Upload,
            stored.ComputedAt);
    }
}

/// <summary>The conditions of the next better rating that are not met.</summary>
public sealed record NextObject(string Rating, ImmutableArray<BlockObject> Blocks)
{
    public static NextObject? From(RatingOutcome rating) => rating is RatingOutcome.Decided { Next: { } next }
        ? new(next.Band, [.. next.Blocks.Select(BlockObject.From)])
        : null;
}

/// <param name="Score">Null when only its range is known or it is not processed.</param>
/// <param name="Low">The low end of the range, when only that is known.</param>
public sealed record BlockObject(string What, decimal? Score, decimal Needed, decimal? Points, decimal? Low, decimal? High)
{
    public static BlockObject From(Shortfall block) =>
        new(block.What, block.Score, block.Needed, block.Points, block.Range?.Low, block.Range?.High);
}

public sealed record FindingObject(string Code, string Severity, string Where, string Text, string TextEn, string? Expected, string? Actual)
{
    public static FindingObject From(Finding finding)
    {
        var text = finding.Text;
        return new(finding.Code, Names.Of(finding.Severity), finding.Where, text.Th, text.En, finding.Expected, finding.Actual);
    }
}
