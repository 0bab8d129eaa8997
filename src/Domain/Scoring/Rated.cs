namespace Ita.Domain.Scoring;

/// <summary>Whether a condition is met by scores that may be known only as ranges.</summary>
internal enum Holds
{
    No,
    Maybe,
    Yes,
}

/// <summary>The score of an instrument or part for the conditions of a rating.</summary>
/// <param name="Shown">The score at two decimals; null when only a range is known.</param>
/// <param name="Low">Lowest possible score at two decimals; -1 when a rule withholds the score.</param>
/// <param name="High">Highest possible score at two decimals; -1 when a rule withholds the score.</param>
internal sealed record Rated(string Code, decimal? Shown, decimal Low, decimal High)
{
    public Holds AtLeast(decimal needed) => Low >= needed ? Holds.Yes : High < needed ? Holds.No : Holds.Maybe;

    /// <summary>The units that the conditions test: the parts of an instrument with parts, otherwise the instrument.</summary>
    public static ImmutableArray<Rated> Of(ImmutableArray<ScoreNode> instruments) =>
        [.. instruments.SelectMany(instrument => instrument.Parts.IsEmpty ? [Of(instrument)] : OfParts(instrument))];

    private static Rated Of(ScoreNode node)
    {
        if (node.Shown is { } shown)
        {
            return new(node.Key.Code, shown, shown, shown);
        }

        return Withheld.ByRule(node)
            ? new(node.Key.Code, null, -1, -1)
            : new(node.Key.Code, null, Rounding.ToShown(node.Bounds.Low), Rounding.ToShown(node.Bounds.High));
    }

    // Two parts with the mean m cannot both be above m, although each alone can. So a condition on both can only be met up to m.
    private static IEnumerable<Rated> OfParts(ScoreNode instrument)
    {
        var parts = instrument.Parts.Select(Of);
        return instrument is { Shown: { } mean } && instrument.Parts.All(part => part.Status == ScoreStatus.Bounded)
            ? parts.Select(part => part with { High = Math.Min(part.High, mean) })
            : parts;
    }
}
