namespace Ita.Domain.Analysis;

/// <param name="Rank">1 is the best; equal scores share a rank and the next rank is skipped (1, 1, 3).</param>
public readonly record struct RankedNode(int Rank, ScoreNode Node);

/// <summary>Ranks nodes by shown score, best first.</summary>
public static class RankOrder
{
    /// <summary>Ties are kept in the order given; nodes without a score are omitted.</summary>
    public static ImmutableArray<RankedNode> Rank(IEnumerable<ScoreNode> nodes)
    {
        var scored = nodes.Where(node => node.Shown is not null).ToList();
        return [.. scored
            .OrderByDescending(node => node.Shown)
            .Select(node => new RankedNode(1 + scored.Count(other => other.Shown > node.Shown), node))];
    }
}
