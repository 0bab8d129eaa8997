namespace Ita.Domain.Scoring;

/// <summary>
/// The ranges that an instrument and its parts give each other: with the combined figure m, a part that was not stated is 2m minus the
/// other part, and at least 2m - 100 and at most 2m when the other one was not stated either.
/// </summary>
internal static class PartBounds
{
    /// <summary>An instrument without a score, bounded by the parts of which figures are known; unchanged when there are none.</summary>
    public static ScoreNode Bounded(ScoreNode instrument) =>
        instrument.Score is not null || instrument.Parts.All(part => part.Status == ScoreStatus.NoData)
            ? instrument
            : Combination.WithinBounds(
                instrument,
                MissingFigures.ReasonOf([instrument]),
                instrument.Bounds.Within(Combination.BoundsOf(instrument.Parts, WeightsOf(instrument.Parts))));

    public static ImmutableArray<ScoreNode> Narrowed(ScoreNode combined, ImmutableArray<ScoreNode> parts) => combined.Score is not { } mean
        ? parts
        : parts.Count(part => part.Score is null) == 1 && FromOther(combined, parts) is { } derived
            ? derived
            : [.. parts.Select(part => part.Score is null ? Bounded(part, mean) : part)];

    /// <summary>The weights of parts or instruments in the total.</summary>
    public static ImmutableArray<decimal> WeightsOf(ImmutableArray<ScoreNode> weighed) => [.. weighed.Select(node => node.Weight!.Value)];

    private static ScoreNode Bounded(ScoreNode part, decimal mean) => part with
    {
        Status = ScoreStatus.Bounded,
        Reason = Reason.Of("only-combined", ("mean", Combination.Number(Rounding.ToShown(mean)))),
        Bounds = new Interval((2 * mean) - 100, 2 * mean).Intersect(Interval.Unknown),
        Formula = $"2 x {Combination.Number(Rounding.ToShown(mean))} - 100 .. 2 x {Combination.Number(Rounding.ToShown(mean))}",
    };

    // The only part without a score, derived from the instrument and the other part; null when no score from 0 to 100 results.
    private static ImmutableArray<ScoreNode>? FromOther(ScoreNode combined, ImmutableArray<ScoreNode> parts)
    {
        var missing = parts.IndexOf(parts.First(part => part.Score is null));
        var other = parts[1 - missing];
        return Remainder.Of(combined, parts, missing) is { } remainder
            ? parts.SetItem(missing, remainder.Derived(parts[missing], Reason.Of("derived-from-other-part", ("part", other.Key.Code))) with
            {
                Formula = $"2 x {combined.Key} - {other.Key}",
            })
            : null;
    }
}
