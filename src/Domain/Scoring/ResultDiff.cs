namespace Ita.Domain.Scoring;

/// <summary>One figure that is not what it was.</summary>
/// <param name="Before">As shown; null when it was not there or had no score.</param>
/// <param name="After">As shown; null when it is gone or has no score any more.</param>
public sealed record NodeChange(
    Level Level, ScoreKey Key, string Name, decimal? Before, decimal? After, ScoreStatus? StatusBefore, ScoreStatus? StatusAfter)
{
    /// <summary>How many answered an item, where that was stated; those of a level above follow from them.</summary>
    public int? RespondentsBefore { get; init; }

    public int? RespondentsAfter { get; init; }

    /// <summary>Points gained; null when one of the two has no score.</summary>
    public decimal? Points => After - Before;
}

/// <summary>What changed between two versions of one agency's result: each figure at each level, and the rating.</summary>
/// <param name="Changes">From the total down, in the order of the tree; figures that were and are the same are left out.</param>
public sealed record ResultDiff(ImmutableArray<NodeChange> Changes, string? RatingBefore, string? RatingAfter)
{
    public bool IsEmpty => Changes.IsEmpty && RatingBefore == RatingAfter;

    public IEnumerable<NodeChange> At(Level level) => Changes.Where(change => change.Level == level);

    /// <summary>Everything is new when there was no result before.</summary>
    public static ResultDiff Compare(AgencyResult? before, AgencyResult after)
    {
        var old = Nodes(before);
        var now = Nodes(after);
        var kept = now.Select(pair => Change(old.GetValueOrDefault(pair.Key), pair.Value));
        var gone = old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => Change(pair.Value, null));
        return new([.. kept.Concat(gone).OfType<NodeChange>()], before?.Rating.BandName, after.Rating.BandName);
    }

    // Insertion order is the order of the tree.
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
            : new(node.Level, node.Key, node.Name, before?.Shown, after?.Shown, before?.Status, after?.Status)
            {
                RespondentsBefore = Respondents(before),
                RespondentsAfter = Respondents(after),
            };
    }

    private static bool IsSame(ScoreNode? before, ScoreNode? after) => before?.Shown == after?.Shown
        && Respondents(before) == Respondents(after)
        && (before?.Status == after?.Status || (before?.Shown ?? after?.Shown) is null);

    private static int? Respondents(ScoreNode? node) => node is { Level: Level.Item } ? node.Respondents : null;
}
