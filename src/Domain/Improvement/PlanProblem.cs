namespace Ita.Domain.Improvement;

/// <summary>A score to move, as the search for the cheapest set sees it.</summary>
/// <param name="Step">Scaled progress of its unit per point, above 0.</param>
/// <param name="Room">Points it can rise by, above 0.</param>
/// <param name="CostPerPoint">Not below 0; unused for one that is all or nothing.</param>
/// <param name="CostWhole">Cost of all its room.</param>
/// <param name="Lowest">Position among the levers, lowest score first; decides between equals.</param>
internal sealed record PlanLever(Lever Lever, int Unit, decimal Step, decimal Room, decimal CostPerPoint, decimal CostWhole, int Lowest);

/// <summary>What a unit needs.</summary>
/// <param name="Need">Scaled progress it must make; 0 when it is where it must be.</param>
/// <param name="Worth">Scaled progress of the total per scaled progress of the unit, above 0.</param>
internal sealed record PlanGoal(decimal Need, decimal Worth);

/// <summary>
/// The linear problem behind a plan: least cost, each unit's progress at least its need, the total's at least
/// <paramref name="TotalNeed"/>, every lever within its room, checklist items whole or not at all.
/// </summary>
internal sealed record PlanProblem(ImmutableArray<PlanGoal> Goals, decimal TotalNeed, ImmutableArray<PlanLever> Levers);

/// <summary>Points by lever, for those that move, with their cost.</summary>
internal sealed record PlanSolution(decimal Cost, ImmutableArray<(PlanLever Lever, decimal Points)> Raises);
