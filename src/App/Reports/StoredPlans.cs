using Ita.App.Measures;
using Ita.Domain.Improvement;

namespace Ita.App.Reports;

/// <summary>A plan of measures and the date of a report about it: the later of the last changes of the plan and of the
/// result.</summary>
public sealed record StoredPlan(ImmutableArray<Measure> Measures, DateTimeOffset At);

/// <summary>Reads the plans that reports are made from.</summary>
public sealed class StoredPlans(MeasureTable measures)
{
    public async Task<StoredPlan> FindAsync(StoredResult stored, CancellationToken cancellationToken)
    {
        var (plan, changedAt) = await measures.PlanAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken);
        return new(plan, changedAt is { } at && at > stored.ComputedAt ? at : stored.ComputedAt);
    }
}
