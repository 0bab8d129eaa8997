namespace Ita.Domain.Responses;

/// <summary>The figures of a result and the equations between them, as known to a reader who knows the method.</summary>
internal static class ResultFigures
{
    // Weights in the total are percentages with at most two decimals; this makes them whole numbers.
    private const int WeightUnits = 100;

    public static IEnumerable<Aggregate> List(AgencyResult result) => ListBelow(result.Total);

    public static IEnumerable<Aggregate> ListBelow(ScoreNode top) => top.SelfAndBelow()
        .Where(node => node.Score is not null)
        .Select(node => new Aggregate(NameOf(node), PeopleBehind(node), node.Score, IsItem: node.Level == Level.Item))
        .DistinctBy(figure => figure.Name);

    /// <summary>The names of the figures that are made of people's answers.</summary>
    public static ImmutableSortedSet<string> OfPeople(AgencyResult result) =>
        [.. List(result).Where(figure => figure.People is not null).Select(figure => figure.Name)];

    public static IEnumerable<AggregateRelation> Relations(AgencyResult result) =>
    [
        .. Weighted(result.Total, [.. result.Instruments.SelectMany(TotalScore.Weighed)]),
        .. result.Instruments.SelectMany(instrument => Weighted(instrument, instrument.Parts)),
        .. result.Instruments.SelectMany(Together),
        .. result.Total.SelfAndBelow().Where(node => node.Level != Level.Total).SelectMany(node => Mean(node, node.Children)),
    ];

    public static string NameOf(ScoreNode node) => node.Key.ToString();

    /// <summary>
    /// Number of people whose answers a figure is computed from; for the total of all surveys, for an instrument with parts of both parts;
    /// null for checklists. Two totals that are equal by chance are of different people.
    /// </summary>
    private static int? PeopleBehind(ScoreNode node) => node switch
    {
        { Level: Level.Total } => node.Children.Sum(PeopleBehind) is > 0 and var people ? people : null,
        { Parts.IsEmpty: false } => node.Parts.Sum(PeopleBehind) is > 0 and var people ? people : node.Respondents,
        _ => node.SelfAndBelow().Max(below => below.Respondents),
    };

    // A part that is not processed counts with a fixed, publicly known score, so it is not a term of the relation.
    private static IEnumerable<AggregateRelation> Weighted(ScoreNode whole, ImmutableArray<ScoreNode> parts)
    {
        var weighed = parts.Where(part => part.Score is not null).ToList();
        return whole.Score is null || weighed.Count == 0 || (weighed.Count < parts.Length && whole.Level != Level.Total)
            ? []
            : [Relation(
                whole,
                (long)(parts.Sum(part => part.Weight!.Value) * WeightUnits),
                weighed.Select(part => (part, (long)(part.Weight!.Value * WeightUnits))))];
    }

    private static IEnumerable<AggregateRelation> Mean(ScoreNode parent, ImmutableArray<ScoreNode> children) =>
        parent.Score is null || children.IsEmpty || children.Any(child => child.Score is null)
            ? []
            : [Relation(parent, children.Length, children.Select(child => (child, 1L)))];

    /// <summary>The relation of an indicator of the whole instrument to its figures in each part.</summary>
    private static IEnumerable<AggregateRelation> Together(ScoreNode instrument) => instrument.Parts.IsEmpty
        ? []
        : instrument.Children.SelectMany(indicator => Mean(
            indicator, [.. instrument.Parts.SelectMany(part => part.Children.Where(child => child.Key.Code == indicator.Key.Code))]));

    private static AggregateRelation Relation(ScoreNode whole, long weight, IEnumerable<(ScoreNode Node, long Weight)> parts) =>
        new(parts.Select(part => KeyValuePair.Create(NameOf(part.Node), part.Weight)).Append(new(NameOf(whole), -weight))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));
}
