namespace Ita.Domain.Scoring;

/// <summary>What the figure of both parts together says of parts that were not stated: each is at least 2m - 100.</summary>
internal static class PartBounds
{
    public static ImmutableArray<ScoreNode> Narrowed(ScoreNode combined, ImmutableArray<ScoreNode> parts) =>
        combined.Score is { } mean ? [.. parts.Select(part => part.Score is null ? Bounded(part, mean) : part)] : parts;

    private static ScoreNode Bounded(ScoreNode part, decimal mean) => part with
    {
        Status = ScoreStatus.Bounded,
        Reason = Reason.Of("only-combined", ("mean", Combination.Number(Rounding.ToShown(mean)))),
        Bounds = new Interval((2 * mean) - 100, 2 * mean).Within(Interval.Unknown),
        Formula = $"2 x {Combination.Number(Rounding.ToShown(mean))} - 100 .. 2 x {Combination.Number(Rounding.ToShown(mean))}",
    };
}
