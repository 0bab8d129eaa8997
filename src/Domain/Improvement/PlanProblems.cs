namespace Ita.Domain.Improvement;

/// <summary>Creates the <see cref="PlanProblem"/> of reaching a rating.</summary>
internal static class PlanProblems
{
    /// <summary>The problem; null when a unit without levers does not meet a condition.</summary>
    /// <param name="cost">Cost of raising a lever by some points.</param>
    public static PlanProblem? Create(RatingBand band, PlanStart start, ImmutableArray<Lever> movable, Func<Lever, decimal, decimal> cost)
    {
        var goals = start.Units.Select(unit => Goal(band, start, unit)).ToList();
        if (goals.Contains(null))
        {
            return null;
        }

        var totalNeed = start.TotalShown >= band.TotalAtLeast.Value
            ? 0
            : (band.TotalAtLeast.Value * start.TotalScale) - start.ScaledTotal;
        return new([.. goals!], totalNeed, LeversOf(start, movable, cost));
    }

    private static PlanGoal? Goal(RatingBand band, PlanStart start, PlanUnit unit)
    {
        if (band.EveryInstrumentAtLeast is not { } condition || unit.Shown >= unit.ScoreFor(condition.Value))
        {
            return new(0, start.Worth(unit));
        }

        return unit.Shown is null ? null : new((unit.ScoreFor(condition.Value) * unit.Scale) - unit.ScaledBase, start.Worth(unit));
    }

    private static ImmutableArray<PlanLever> LeversOf(PlanStart start, ImmutableArray<Lever> movable, Func<Lever, decimal, decimal> cost)
    {
        // Among levers of equal cost the lowest score has the most room, so the fewest items are raised.
        var lowest = movable.Select((lever, place) => (lever, place)).OrderBy(pair => pair.lever.Score)
            .ThenBy(pair => pair.place).Select(pair => pair.lever).ToList();
        return [.. start.Units.SelectMany((unit, place) => unit.Levers.Where(movable.Contains).Select(lever =>
            new PlanLever(lever, place, unit.Step(lever), lever.Room, cost(lever, 1), cost(lever, lever.Room), lowest.IndexOf(lever))))];
    }
}
