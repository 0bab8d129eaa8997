namespace Ita.App.Results;

/// <summary>How one figure was computed.</summary>
/// <param name="Formula">In codes; empty for a stated figure.</param>
/// <param name="Exact">The unrounded score.</param>
/// <param name="Low">The smallest value possible, given that inputs are rounded or missing; four decimals.</param>
/// <param name="High">The largest value possible.</param>
/// <param name="Published">The published figure, whether or not it agrees.</param>
/// <param name="Source">The upload and line of a stated figure.</param>
public sealed record TraceObject(
    string Formula, decimal? Exact, decimal Low, decimal High, decimal? Published,
    string? Source, string? Reason, string? ReasonText, string? ReasonTextEn)
{
    public static TraceObject From(ScoreNode node)
    {
        var text = node.Reason?.Text;
        return new(
            node.Formula,
            node.Score,
            Rounding.ToTrace(node.Bounds.Low),
            Rounding.ToTrace(node.Bounds.High),
            node.Published,
            node.Source.Length == 0 ? null : node.Source,
            node.Reason?.Code,
            text?.Th,
            text?.En);
    }
}

/// <param name="PartOf">The instrument that a part belongs to.</param>
public sealed record InstrumentObject(
    string Name, decimal? Score, ScoreStatus Status, decimal Weight, string? PartOf, int? N, TraceObject Trace)
{
    public static ImmutableSortedDictionary<string, InstrumentObject> AllOf(AgencyResult result) => result.Instruments
        .SelectMany(instrument =>
            instrument.Parts.Select(part => (part.Key.Code, From(part, instrument.Key.Code))).Prepend((instrument.Key.Code, From(instrument, null))))
        .ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Item2, StringComparer.Ordinal);

    private static InstrumentObject From(ScoreNode node, string? partOf) =>
        new(node.Name, node.Shown, node.StatusShown, node.Weight ?? 0, partOf, node.Respondents, TraceObject.From(node));
}

/// <param name="Parts">The figures of each part, for an instrument with parts; otherwise empty.</param>
public sealed record IndicatorObject(
    int Number,
    string Name,
    string Instrument,
    decimal? Score,
    ScoreStatus Status,
    int? N,
    ImmutableArray<SubIndicatorObject> SubIndicators,
    ImmutableArray<ItemObject> Items,
    ImmutableArray<PartObject> Parts,
    TraceObject Trace)
{
    public static IEnumerable<IndicatorObject> AllOf(ScoreNode instrument) => instrument.Children.Select(indicator => From(indicator, instrument));

    private static IndicatorObject From(ScoreNode node, ScoreNode instrument)
    {
        var parts = instrument.Parts
            .SelectMany(part =>
                part.Children.Where(own => own.Key.Code == node.Key.Code && own.Score is not null).Select(own => PartObject.From(own, part)))
            .ToImmutableArray();
        return new(
            int.Parse(node.Key.Code.AsSpan(ScoreKey.Indicator(0).Code.Length - 1), CultureInfo.InvariantCulture),
            node.Name,
            instrument.Key.Code,
            node.Shown,
            node.StatusShown,
            node.Respondents,
            [.. node.Children.Where(child => child.Level == Level.SubIndicator).Select(SubIndicatorObject.From)],
            [.. node.SelfAndBelow().Where(below => below.Level == Level.Item).Select(ItemObject.From), .. parts.SelectMany(part => part.Items)],
            parts,
            TraceObject.From(node));
    }
}

public sealed record SubIndicatorObject(
    string Code, string Name, decimal? Score, ScoreStatus Status, ImmutableArray<string> Items, TraceObject Trace)
{
    public static SubIndicatorObject From(ScoreNode node) => new(
        node.Key.Code,
        node.Name,
        node.Shown,
        node.StatusShown,
        [.. node.Children.Select(item => item.Key.Code)],
        TraceObject.From(node));
}

/// <param name="Part">The part that the figure belongs to; null for both together or when there are no parts.</param>
public sealed record ItemObject(string Code, string? Part, string Text, decimal? Score, ScoreStatus Status, int? N, TraceObject Trace)
{
    public static ItemObject From(ScoreNode node) =>
        new(node.Key.Code, node.Key.Part, node.Name, node.Shown, node.StatusShown, node.Respondents, TraceObject.From(node));
}

public sealed record PartObject(string Instrument, decimal? Score, ScoreStatus Status, ImmutableArray<ItemObject> Items, TraceObject Trace)
{
    public static PartObject From(ScoreNode indicator, ScoreNode part) => new(
        part.Key.Code,
        indicator.Shown,
        indicator.StatusShown,
        [.. indicator.SelfAndBelow().Where(below => below.Level == Level.Item).Select(item => ItemObject.From(item) with { Part = part.Key.Code })],
        TraceObject.From(indicator));
}
