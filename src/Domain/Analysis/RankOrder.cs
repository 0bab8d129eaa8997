namespace Ita.Domain.Analysis;

/// <param name="Rank">1 is the best; equal scores share a rank, and the next one counts all before it (1, 1, 3).</param>
public readonly record struct RankedNode(int Rank, ScoreNode Node);

/// <summary>Scores from the best down, by what is shown.</summary>
public static class RankOrder
{
    /// <summary>Those of a tie in the order given; nodes without a score are left out.</summary>
    public static ImmutableArray<RankedNode> Rank(IEnumerable<ScoreNode> nodes)
    {
        var scored = nodes.Where(node => node.Shown is not null).ToList();
        return [.. scored
            .OrderByDescending(node => node.Shown)
            .Select(node => new RankedNode(1 + scored.Count(other => other.Shown > node.Shown), node))];
    }
}
