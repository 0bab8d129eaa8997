namespace Ita.Domain.Scoring;

/// <summary>Bounds the parts that were not stated by the combined figure m: each is at least 2m - 100 and at most 2m.</summary>
internal static class PartBounds
{
    public static ImmutableArray<ScoreNode> Narrowed(ScoreNode combined, ImmutableArray<ScoreNode> parts) =>
        combined.Score is { } mean ? [.. parts.Select(part => part.Score is null ? Bounded(part, mean) : part)] : parts;

    private static ScoreNode Bounded(ScoreNode part, decimal mean) => part with
    {
        Status = ScoreStatus.Bounded,
        Reason = Reason.Of("only-combined", ("mean", Combination.Number(Rounding.ToShown(mean)))),
        Bounds = new Interval((2 * mean) - 100, 2 * mean).Intersect(Interval.Unknown),
        Formula = $"2 x {Combination.Number(Rounding.ToShown(mean))} - 100 .. 2 x {Combination.Number(Rounding.ToShown(mean))}",
    };
}
