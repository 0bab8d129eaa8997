namespace Ita.Domain.Scoring;

/// <summary>Whether a condition is met by scores that may be known only as ranges.</summary>
internal enum Holds
{
    No,
    Maybe,
    Yes,
}

/// <summary>The score of the total, an instrument or a part for the conditions of a rating.</summary>
/// <param name="Shown">The score at two decimals; null when only a range is known.</param>
/// <param name="Low">Lowest possible score at two decimals; -1 when a rule withholds the score.</param>
/// <param name="High">Highest possible score at two decimals; -1 when a rule withholds the score.</param>
/// <param name="Weight">Share of the total in percent; null when it is not known.</param>
/// <param name="Bounds">The range of the unrounded score.</param>
internal sealed record Rated(string Code, decimal? Shown, decimal Low, decimal High, decimal? Weight, Interval Bounds)
{
    /// <summary>Whether only a range is known. A score derived from the total has one, too.</summary>
    public bool IsRange => Low != High;

    /// <summary>The score, or the range, as text.</summary>
    public string Text => IsRange
        ? $"{Combination.Number(Math.Max(0, Low))}-{Combination.Number(High)}"
        : Shown is { } shown ? Combination.Number(shown) : "-";

    public Holds AtLeast(decimal needed) => Low >= needed ? Holds.Yes : High < needed ? Holds.No : Holds.Maybe;

    /// <summary>The units that the conditions test: the parts of an instrument with parts, otherwise the instrument.</summary>
    public static ImmutableArray<Rated> Of(ImmutableArray<ScoreNode> instruments) =>
        [.. instruments.SelectMany(instrument => instrument.Parts.IsEmpty ? [Of(instrument)] : OfParts(instrument))];

    public static Rated Of(ScoreNode node)
    {
        var (low, high) = node switch
        {
            { Reason.Code: "derived-from-total" } => Range(node.Bounds),
            { Shown: { } shown } => (shown, shown),
            _ when Withheld.ByRule(node) => (-1, -1),
            _ => Range(node.Bounds),
        };
        return new(node.Key.Code, node.Shown, low, high, node.Weight, node.Bounds);
    }

    private static (decimal Low, decimal High) Range(Interval bounds) => (Rounding.ToShown(bounds.Low), Rounding.ToShown(bounds.High));

    // Two parts with the mean m cannot both be above m, although each alone can. So a condition on both can only be met up to m.
    private static IEnumerable<Rated> OfParts(ScoreNode instrument)
    {
        var parts = instrument.Parts.Select(Of);
        return instrument is { Shown: { } mean } && instrument.Parts.All(part => part.Status == ScoreStatus.Bounded)
            ? parts.Select(part => part with { High = Math.Min(part.High, mean) })
            : parts;
    }
}
