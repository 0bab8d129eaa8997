namespace Ita.Domain.Responses;

/// <summary>The figures of a result and the equations between them, as known to a reader who knows the method.</summary>
internal static class ResultFigures
{
    // Weights in the total are percentages with at most two decimals; this makes them whole numbers.
    private const int WeightUnits = 100;

    public static IEnumerable<Aggregate> List(AgencyResult result) => result.Total.SelfAndBelow()
        .Where(node => node.Score is not null)
        .Select(node => new Aggregate(NameOf(node), PeopleBehind(node), node.Score))
        .DistinctBy(figure => figure.Name);

    public static IEnumerable<AggregateRelation> Relations(AgencyResult result) =>
    [
        .. Weighted(result.Total, [.. result.Instruments.SelectMany(TotalScore.Weighed)]),
        .. result.Instruments.SelectMany(instrument => Weighted(instrument, instrument.Parts)),
        .. result.Instruments.SelectMany(Together),
        .. result.Total.SelfAndBelow().Where(node => node.Level != Level.Total).SelectMany(node => Mean(node, node.Children)),
    ];

    /// <summary>
    /// For each item with more respondents than in the version published before: its earlier figure, the figure of the added respondents,
    /// and the relation of both to the current figure.
    /// </summary>
    public static IEnumerable<(IEnumerable<Aggregate> Figures, AggregateRelation Relation)> DifferencesSince(AgencyResult before, AgencyResult now)
    {
        var told = ItemsOf(before).ToDictionary(figure => figure.Name);
        foreach (var figure in ItemsOf(now))
        {
            if (told.TryGetValue(figure.Name, out var earlier) && earlier.People > 0 && figure.People > earlier.People)
            {
                var (figures, relation) = Suppression.Difference(earlier with { Name = $"{earlier.Name} before" }, figure);
                yield return (figures.Where(one => one.Name != figure.Name), relation);
            }
        }
    }

    public static string NameOf(ScoreNode node) => node.Key.ToString();

    private static IEnumerable<Aggregate> ItemsOf(AgencyResult result) => result.Total.SelfAndBelow()
        .Where(node => node.Level == Level.Item && node.Score is not null)
        .Select(node => new Aggregate(NameOf(node), node.Respondents, node.Score))
        .DistinctBy(figure => figure.Name);

    /// <summary>
    /// Number of people whose answers a figure is computed from; for an instrument with parts, of both parts; null for the total and for
    /// checklists.
    /// </summary>
    private static int? PeopleBehind(ScoreNode node) => node switch
    {
        { Level: Level.Total } => null,
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
