using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>Adds, deletes and moves measures of a plan.</summary>
internal sealed class PlanChanges(MeasureTable measures, KnownFrameworks frameworks)
{
    // The same as of a body that replaces a plan.
    private static readonly int Most = MemberLimits.ListOf("");

    /// <summary>Adds measures of the library that the plan does not have yet, so that a form posted twice adds them once.</summary>
    public Task<Outcome<List<Measure>>> AddAsync(
        FiscalYear analysed, string agency, IReadOnlyList<MeasureTemplate> chosen, CancellationToken cancellationToken) =>
        AddAsync(
            analysed,
            agency,
            plan => chosen.Where(template => plan.TrueForAll(one => one.Title != template.Title))
                .Select(template => (Func<string, Measure>)(id => template.For(id, analysed))),
            cancellationToken);

    /// <summary>Adds a measure after those of the plan.</summary>
    /// <param name="create">The new measure, of the id that it gets.</param>
    public Task<Outcome<List<Measure>>> AddAsync(
        FiscalYear analysed, string agency, Func<string, Measure> create, CancellationToken cancellationToken) =>
        AddAsync(analysed, agency, _ => [create], cancellationToken);

    private Task<Outcome<List<Measure>>> AddAsync(
        FiscalYear analysed, string agency, Func<List<Measure>, IEnumerable<Func<string, Measure>>> create, CancellationToken cancellationToken) =>
        measures.ChangeAsync(
            analysed,
            agency,
            plan =>
            {
                List<Measure> next = [.. plan, .. FreeIds(plan).Zip(create(plan), (id, one) => one(id)).ToList()];
                next = [.. next.Select((one, place) => one with { Place = place + 1 })];
                return MeasureRules.Check([.. next.Skip(plan.Count)], frameworks.Current.Get(analysed)) is { } refusal ? refusal : Fit(next);
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
                return Fit([.. plan.Select((one, place) => one with { Place = place + 1 })]);
            },
            cancellationToken);

    // The places of all measures are written in one transaction. A file may have stored a plan that is larger.
    private static Outcome<List<Measure>> Fit(List<Measure> plan) => plan.Count > Most
        ? Refusal.Conflict("plan-full", ("limit", Most.ToString(CultureInfo.InvariantCulture)))
        : SentMeasures.FindTooLarge(plan) is { } tooLarge ? MeasureRules.Invalid.Because(tooLarge) : plan;

    private static IEnumerable<string> FreeIds(List<Measure> plan)
    {
        var taken = plan.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, 2 * Most)
            .Select(number => $"m{number.ToString("00", CultureInfo.InvariantCulture)}")
            .Where(id => !taken.Contains(id));
    }
}
