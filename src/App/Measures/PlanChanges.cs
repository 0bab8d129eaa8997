using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>Adds, deletes and moves measures of a plan.</summary>
internal sealed class PlanChanges(MeasureTable measures)
{
    private const int Most = 50;

    /// <summary>Adds measures after those of the plan. A plan without an order stays ordered by id.</summary>
    /// <param name="create">The new measures, of the ids that they get.</param>
    public Task<Outcome<List<Measure>>> AddAsync(
        FiscalYear analysed, string agency, IReadOnlyList<Func<string, Measure>> create, CancellationToken cancellationToken) =>
        measures.ChangeAsync(
            analysed,
            agency,
            plan =>
            {
                var place = plan.Max(one => one.Place);
                List<Measure> next = [.. plan, .. FreeIds(plan).Zip(create, (id, one) => one(id) with { Place = ++place })];
                if (next.Count > Most)
                {
                    return Refusal.Conflict("plan-full", ("limit", Most.ToString(CultureInfo.InvariantCulture)));
                }

                return MeasureRules.Check(next, FrameworkCatalogue.Get(analysed)) is { } refusal ? refusal : next;
            },
            cancellationToken);

    /// <summary>Deletes a measure with its pictures; refused when there is none.</summary>
    public Task<Outcome<List<Measure>>> DeleteAsync(FiscalYear analysed, string agency, string id, CancellationToken cancellationToken) =>
        measures.ChangeAsync(
            analysed,
            agency,
            plan => plan.RemoveAll(one => one.Id == id) == 0 ? Refusal.NotFound() : plan,
            cancellationToken);

    /// <summary>Moves a measure one place up or down; the first and the last one stay where they are.</summary>
    public Task<Outcome<List<Measure>>> MoveAsync(
        FiscalYear analysed, string agency, string id, bool isUp, CancellationToken cancellationToken) =>
        measures.ChangeAsync(
            analysed,
            agency,
            plan =>
            {
                var at = plan.FindIndex(one => one.Id == id);
                if (at < 0)
                {
                    return Refusal.NotFound();
                }

                var to = Math.Clamp(at + (isUp ? -1 : 1), 0, plan.Count - 1);
                (plan[at], plan[to]) = (plan[to], plan[at]);
                return plan.Select((one, place) => one with { Place = place + 1 }).ToList();
            },
            cancellationToken);

    private static IEnumerable<string> FreeIds(List<Measure> plan)
    {
        var taken = plan.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, 2 * Most)
            .Select(number => $"m{number.ToString("00", CultureInfo.InvariantCulture)}")
            .Where(id => !taken.Contains(id));
    }
}
