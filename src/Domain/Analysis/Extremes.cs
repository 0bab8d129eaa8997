namespace Ita.Domain.Analysis;

/// <summary>The lowest and the highest of some shown scores, with all nodes of a tie.</summary>
/// <param name="Lowest">In the order given; never empty.</param>
/// <param name="Highest">In the order given; never empty.</param>
public sealed record Extremes(decimal Low, ImmutableArray<ScoreNode> Lowest, decimal High, ImmutableArray<ScoreNode> Highest)
{
    /// <summary>Whether all scores are equal, so that naming a lowest and a highest makes no sense.</summary>
    public bool AreEqual => Low == High;

    /// <summary>Null when none of the nodes has a score.</summary>
    public static Extremes? Find(IEnumerable<ScoreNode> nodes)
    {
        var scored = nodes.Where(node => node.Shown is not null).ToImmutableArray();
        if (scored.IsEmpty)
        {
            return null;
        }

        var low = scored.Min(node => node.Shown!.Value);
        var high = scored.Max(node => node.Shown!.Value);
        return new(low, [.. scored.Where(node => node.Shown == low)], high, [.. scored.Where(node => node.Shown == high)]);
    }
}
