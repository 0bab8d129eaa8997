namespace Ita.Domain.Analysis;

/// <summary>The lowest and the highest of some scores as shown, every one of a tie named.</summary>
/// <param name="Lowest">In the order given; never empty.</param>
/// <param name="Highest">In the order given; never empty.</param>
public sealed record Extremes(decimal Low, ImmutableArray<ScoreNode> Lowest, decimal High, ImmutableArray<ScoreNode> Highest)
{
    /// <summary>All scores are the same, so neither end says anything.</summary>
    public bool AreOne => Low == High;

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
