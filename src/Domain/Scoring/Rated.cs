namespace Ita.Domain.Scoring;

/// <summary>Whether a condition holds, when the scores it asks for may be known only as ranges.</summary>
internal enum Holds
{
    No,
    Maybe,
    Yes,
}

/// <summary>An instrument, or part, as the rating conditions see it.</summary>
/// <param name="Shown">Its two-decimal score; null when it is not known as one figure.</param>
/// <param name="Low">Least two-decimal score it can have.</param>
/// <param name="High">Greatest two-decimal score it can have.</param>
internal sealed record Rated(string Code, decimal? Shown, decimal Low, decimal High)
{
    public Holds AtLeast(decimal needed) => Low >= needed ? Holds.Yes : High < needed ? Holds.No : Holds.Maybe;

    /// <summary>All that the conditions test: parts for an instrument in parts, else the instrument.</summary>
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

    // Two parts whose mean is m cannot both lie above m, whatever each may reach alone; so a condition on both asks at most m.
    private static IEnumerable<Rated> OfParts(ScoreNode instrument)
    {
        var parts = instrument.Parts.Select(Of);
        return instrument is { Shown: { } mean } && instrument.Parts.All(part => part.Status == ScoreStatus.Bounded)
            ? parts.Select(part => part with { High = Math.Min(part.High, mean) })
            : parts;
    }
}
