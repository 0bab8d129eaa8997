namespace Ita.Domain.Improvement;

/// <summary>Computes the points missing to the conditions of a rating.</summary>
internal static class PlanNeeds
{
    // A score is rounded half away from zero when shown, so the shown score reaches the condition half a hundredth early.
    private const decimal HalfAHundredth = 0.005m;

    /// <summary>The total first, then the units if the rating has a condition on them, met or not.</summary>
    public static ImmutableArray<Need> Find(RatingBand band, PlanStart start) =>
    [
        Total(band, start),
        .. band.EveryInstrumentAtLeast is { } needed
            ? start.Units.Select(unit => Unit(unit, unit.ScoreFor(needed.Value)) with { Criterion = needed.Value })
            : [],
    ];

    private static Need Total(RatingBand band, PlanStart start)
    {
        var needed = band.TotalAtLeast.Value;
        if (start.TotalShown >= needed)
        {
            return new(ScoreKey.TotalCode, start.TotalShown, needed, 0, 0, []);
        }

        var missing = ((needed * start.TotalScale) - start.ScaledTotal) / start.TotalScale;
        return new(
            ScoreKey.TotalCode, start.TotalShown, needed, Rounding.UpToShown(missing),
            Rounding.UpToShown(missing - HalfAHundredth), Alone(start, needed));
    }

    private static ImmutableArray<AloneNeed> Alone(PlanStart start, decimal needed)
    {
        var scaled = (needed * start.TotalScale) - start.ScaledTotal;
        return [.. start.Units.Where(unit => !unit.Levers.IsEmpty).Select(unit =>
        {
            var points = scaled / (start.Worth(unit) * unit.Scale);
            return new AloneNeed(unit.Code, Rounding.UpToShown(points), points <= 100 - (unit.ScaledBase / unit.Scale));
        })];
    }

    private static Need Unit(PlanUnit unit, decimal needed)
    {
        if (unit.Shown is not { } shown)
        {
            return new(unit.Code, null, needed, null, null, []);
        }

        var missing = ((needed * unit.Scale) - unit.ScaledBase) / unit.Scale;
        return shown >= needed
            ? new(unit.Code, shown, needed, 0, 0, [])
            : new(unit.Code, shown, needed, Rounding.UpToShown(missing), Rounding.UpToShown(missing - HalfAHundredth), []);
    }
}
