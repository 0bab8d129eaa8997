namespace Ita.Domain.Improvement;

/// <summary>
/// A set of checklist items. Only undominated sets are kept: a set is dropped when another has at least its progress and at most its cost.
/// </summary>
/// <remarks>
/// A dropped set cannot be part of a better plan: replacing it by the set that dominates it meets every need at no higher cost. Items of a
/// sub-indicator are worth the same, so the sets have few different values of progress (at most 801 in a year of 43 items) and the list
/// stays short.
/// </remarks>
internal sealed record ChecklistSet(decimal Progress, decimal Cost, ChecklistSet? Before, PlanLever? Last)
{
    public static ChecklistSet None { get; } = new(0, 0, null, null);

    /// <summary>The items of the set.</summary>
    public IEnumerable<PlanLever> Items => Last is null ? [] : Before!.Items.Append(Last);

    /// <summary>The undominated sets of one unit's items, most progress first.</summary>
    public static ImmutableArray<ChecklistSet> Frontier(IEnumerable<PlanLever> items) =>
        items.OrderBy(item => item.Lowest).Aggregate(ImmutableArray.Create(None), With);

    private static ImmutableArray<ChecklistSet> With(ImmutableArray<ChecklistSet> sets, PlanLever item)
    {
        var both = sets.Concat(sets.Select(set =>
            new ChecklistSet(set.Progress + (item.Step * item.Room), set.Cost + item.CostWhole, set, item)));
        var kept = ImmutableArray.CreateBuilder<ChecklistSet>();
        foreach (var set in both.OrderByDescending(set => set.Progress).ThenBy(set => set.Cost))
        {
            if (kept.Count == 0 || set.Cost < kept[^1].Cost)
            {
                kept.Add(set);
            }
        }

        return kept.ToImmutable();
    }
}
