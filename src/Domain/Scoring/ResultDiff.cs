namespace Ita.Domain.Scoring;

/// <summary>A figure that changed between two versions.</summary>
/// <param name="Before">Shown score; null when the figure did not exist or had no score.</param>
/// <param name="After">Shown score; null when the figure no longer exists or no longer has a score.</param>
public sealed record NodeChange(
    Level Level, ScoreKey Key, string Name, decimal? Before, decimal? After, ScoreStatus? StatusBefore, ScoreStatus? StatusAfter)
{
    /// <summary>Number of respondents of an item; null when not stated and at all other levels, where it follows from the items.</summary>
    public int? RespondentsBefore { get; init; }

    public int? RespondentsAfter { get; init; }

    /// <summary>Points gained; null when either version has no score.</summary>
    public decimal? Points => After - Before;
}

/// <summary>The differences between two versions of one agency's result: figures of all levels, and the rating.</summary>
/// <param name="Changes">Changed figures in the order of the tree, total first.</param>
public sealed record ResultDiff(ImmutableArray<NodeChange> Changes, string? RatingBefore, string? RatingAfter)
{
    public bool IsEmpty => Changes.IsEmpty && RatingBefore == RatingAfter;

    public IEnumerable<NodeChange> At(Level level) => Changes.Where(change => change.Level == level);

    /// <summary>Compares two versions; with no earlier result, every figure is new.</summary>
    public static ResultDiff Compare(AgencyResult? before, AgencyResult after)
    {
        var old = Nodes(before);
        var now = Nodes(after);
        var kept = now.Select(pair => Change(old.GetValueOrDefault(pair.Key), pair.Value));
        var gone = old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => Change(pair.Value, null));
        return new([.. kept.Concat(gone).OfType<NodeChange>()], before?.Rating.BandName, after.Rating.BandName);
    }

    // The dictionary keeps insertion order, which is the order of the tree.
    private static OrderedDictionary<ScoreKey, ScoreNode> Nodes(AgencyResult? result)
    {
        var nodes = new OrderedDictionary<ScoreKey, ScoreNode>();
        foreach (var node in result?.Total.SelfAndBelow() ?? [])
        {
            nodes.TryAdd(node.Key, node);
        }

        return nodes;
    }

    private static NodeChange? Change(ScoreNode? before, ScoreNode? after)
    {
        var node = after ?? before!;
        return IsSame(before, after)
            ? null
            : new(node.Level, node.Key, node.Name, before?.Shown, after?.Shown, before?.StatusShown, after?.StatusShown)
            {
                RespondentsBefore = Respondents(before),
                RespondentsAfter = Respondents(after),
            };
    }

    private static bool IsSame(ScoreNode? before, ScoreNode? after) => before?.Shown == after?.Shown
        && Respondents(before) == Respondents(after)
        && (before?.StatusShown == after?.StatusShown || (before?.Shown ?? after?.Shown) is null);

    private static int? Respondents(ScoreNode? node) => node is { Level: Level.Item } ? node.Respondents : null;
}
