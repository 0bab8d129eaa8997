namespace Ita.Domain.Improvement;

/// <summary>Solves a <see cref="PlanProblem"/> exactly.</summary>
/// <remarks>
/// All-or-nothing checklist items make the problem combinatorial; the rest is linear. Once the checklist items are chosen,
/// <see cref="SurveyFill"/> is exact for the rest, and <see cref="ChecklistSet.Frontier"/> omits only dominated choices. So the minimum
/// over the frontier is the minimum of all choices. Of two plans with equal cost, the one with more checklist items is kept, because
/// publishing a document is more certain than changing opinions.
/// </remarks>
internal static class CheapestSet
{
    /// <summary>The cheapest solution; null when no set of levers is enough.</summary>
    public static PlanSolution? Find(PlanProblem problem)
    {
        var fill = new SurveyFill(problem.Goals, problem.Levers.Where(lever => !lever.Lever.AllOrNothing));
        var frontiers = problem.Goals.Select((_, unit) =>
            ChecklistSet.Frontier(problem.Levers.Where(lever => lever.Lever.AllOrNothing && lever.Unit == unit)));
        PlanSolution? best = null;
        foreach (var choice in Choices([.. frontiers]))
        {
            var rest = fill.Solve([.. choice.Select(set => set.Progress)], problem.TotalNeed);
            if (rest is not null && (best is null || rest.Cost + choice.Sum(set => set.Cost) < best.Cost))
            {
                best = Together(choice, rest);
            }
        }

        return best;
    }

    private static PlanSolution Together(ImmutableArray<ChecklistSet> choice, PlanSolution rest) => new(
        rest.Cost + choice.Sum(set => set.Cost),
        [.. choice.SelectMany(set => set.Items).Select(item => (item, item.Room)), .. rest.Raises]);

    // One frontier per unit; for a unit without checklist items it contains the empty set only.
    private static IEnumerable<ImmutableArray<ChecklistSet>> Choices(ImmutableArray<ImmutableArray<ChecklistSet>> frontiers) =>
        frontiers.Aggregate(
            (IEnumerable<ImmutableArray<ChecklistSet>>)[[]],
            (choices, frontier) => choices.SelectMany(choice => frontier.Select(choice.Add)));
}
