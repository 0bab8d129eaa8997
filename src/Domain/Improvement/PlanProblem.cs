namespace Ita.Domain.Improvement;

/// <summary>A score to raise, prepared for the search of the cheapest set.</summary>
/// <param name="Step">Scaled progress of its unit per point, above 0.</param>
/// <param name="Room">Points by which it can rise, above 0.</param>
/// <param name="CostPerPoint">0 or more; not used for an all-or-nothing lever.</param>
/// <param name="CostWhole">Cost of raising it to 100.</param>
/// <param name="Lowest">Position among the levers, lowest score first; decides between levers of equal cost.</param>
internal sealed record PlanLever(Lever Lever, int Unit, decimal Step, decimal Room, decimal CostPerPoint, decimal CostWhole, int Lowest);

/// <summary>The progress a unit must make.</summary>
/// <param name="Need">Scaled progress required; 0 when its condition is met.</param>
/// <param name="Worth">Scaled progress of the total per scaled progress of the unit, above 0.</param>
internal sealed record PlanGoal(decimal Need, decimal Worth);

/// <summary>
/// The optimisation problem of a plan: minimise the cost so that the progress of each unit is at least its need, that of the total at least
/// <paramref name="TotalNeed"/>, every lever is within its room, and checklist items are raised fully or not at all.
/// </summary>
internal sealed record PlanProblem(ImmutableArray<PlanGoal> Goals, decimal TotalNeed, ImmutableArray<PlanLever> Levers);

/// <summary>The levers to raise with their points, and the total cost.</summary>
internal sealed record PlanSolution(decimal Cost, ImmutableArray<(PlanLever Lever, decimal Points)> Raises);
