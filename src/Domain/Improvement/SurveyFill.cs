namespace Ita.Domain.Improvement;

/// <summary>Finds the cheapest way to meet all needs with levers that can be raised by any number of points.</summary>
/// <remarks>
/// The greedy solution is exact, by an exchange argument. Within a unit, a lever's progress for the total is its progress for the unit
/// times a constant, so the order by cost per progress is the same for both. First each unit uses its cheapest levers until its need is
/// met; every feasible solution spends at least that much in the unit. Then the need of the total is met with the cheapest remaining levers
/// of all units: the minimum cost of a unit's progress is a convex function, for which taking the cheapest next piece is optimal. A
/// solution with a more expensive piece and an unused cheaper one could be improved by exchanging them without violating a need.
/// </remarks>
internal sealed class SurveyFill
{
    private readonly ImmutableArray<PlanGoal> goals;
    private readonly ImmutableArray<PlanLever>[] byUnit;
    private readonly ImmutableArray<PlanLever> forTotal;

    public SurveyFill(ImmutableArray<PlanGoal> goals, IEnumerable<PlanLever> levers)
    {
        this.goals = goals;
        forTotal = [.. levers.OrderBy(lever => lever.CostPerPoint / (lever.Step * goals[lever.Unit].Worth)).ThenBy(lever => lever.Lowest)];
        byUnit = [.. goals.Select((_, unit) => forTotal.Where(lever => lever.Unit == unit).ToImmutableArray())];
    }

    /// <summary>The solution; null when the levers cannot meet the needs.</summary>
    /// <param name="made">Progress that each unit has already made by checklist items.</param>
    public PlanSolution? Solve(IReadOnlyList<decimal> made, decimal totalNeed)
    {
        var points = new Dictionary<PlanLever, decimal>(ReferenceEqualityComparer.Instance);
        var left = totalNeed - goals.Select((goal, unit) => goal.Worth * made[unit]).Sum();
        for (var unit = 0; unit < goals.Length; unit++)
        {
            var need = Math.Max(0, goals[unit].Need - made[unit]);
            var unmet = Fill(byUnit[unit], need, lever => lever.Step, points);
            if (unmet > 0)
            {
                return null;
            }

            left -= need * goals[unit].Worth;
        }

        return Fill(forTotal, Math.Max(0, left), lever => lever.Step * goals[lever.Unit].Worth, points) > 0 ? null : Solution(points);
    }

    /// <summary>Takes the levers in order until the need is met, and returns what is unmet.</summary>
    private static decimal Fill(
        ImmutableArray<PlanLever> levers, decimal need, Func<PlanLever, decimal> step, Dictionary<PlanLever, decimal> points)
    {
        foreach (var lever in levers)
        {
            if (need <= 0)
            {
                break;
            }

            var used = points.GetValueOrDefault(lever);
            var free = lever.Room - used;
            var takesAll = free * step(lever) <= need;
            points[lever] = used + (takesAll ? free : need / step(lever));
            need = takesAll ? need - (free * step(lever)) : 0;
        }

        return need;
    }

    private PlanSolution Solution(Dictionary<PlanLever, decimal> points)
    {
        var raises = forTotal.Where(lever => points.GetValueOrDefault(lever) > 0).Select(lever => (lever, points[lever])).ToImmutableArray();
        return new(raises.Sum(raise => raise.lever.CostPerPoint * raise.Item2), raises);
    }
}
