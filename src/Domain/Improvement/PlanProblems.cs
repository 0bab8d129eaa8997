using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Improvement;

/// <summary>Puts the way to a rating as a <see cref="PlanProblem"/>.</summary>
internal static class PlanProblems
{
    /// <summary>Null when a condition falls on a unit that no item moves.</summary>
    /// <param name="cost">Of raising a lever by some points.</param>
    public static PlanProblem? Of(RatingBand band, Standing standing, ImmutableArray<Lever> movable, Func<Lever, decimal, decimal> cost)
    {
        var goals = standing.Units.Select(unit => Goal(band, standing, unit)).ToList();
        if (goals.Contains(null))
        {
            return null;
        }

        var totalNeed = standing.TotalShown >= band.TotalAtLeast.Value
            ? 0
            : (band.TotalAtLeast.Value * standing.TotalScale) - standing.ScaledTotal;
        return new([.. goals!], totalNeed, LeversOf(standing, movable, cost));
    }

    private static PlanGoal? Goal(RatingBand band, Standing standing, PlanUnit unit)
    {
        if (band.EveryInstrumentAtLeast is not { } condition || unit.Shown >= unit.ScoreFor(condition.Value))
        {
            return new(0, standing.Worth(unit));
        }

        return unit.Shown is null ? null : new((unit.ScoreFor(condition.Value) * unit.Scale) - unit.ScaledBase, standing.Worth(unit));
    }

    private static ImmutableArray<PlanLever> LeversOf(Standing standing, ImmutableArray<Lever> movable, Func<Lever, decimal, decimal> cost)
    {
        // Among equals the lowest score has the most room, so the fewest items move.
        var lowest = movable.Select((lever, place) => (lever, place)).OrderBy(pair => pair.lever.Score).ThenBy(pair => pair.place).Select(pair => pair.lever).ToList();
        return [.. standing.Units.SelectMany((unit, place) => unit.Levers.Where(movable.Contains).Select(lever =>
            new PlanLever(lever, place, unit.Step(lever), lever.Room, cost(lever, 1), cost(lever, lever.Room), lowest.IndexOf(lever))))];
    }
}
