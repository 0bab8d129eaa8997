namespace Ita.App.Runs;

/// <summary>Plans one page of a run's agencies: writes their items and sends the messages of those that are
/// queued.</summary>
public sealed class AgencyPlanning(RunAgencies agencies, RunItemTable items, PlannedItems planned, PlanChain chain, JobQueues queues)
{
    /// <summary>The number of agencies planned per message.</summary>
    public const int PageSize = 200;

    /// <summary>The number of agencies read per message when most of them are outside the scope.</summary>
    public const int FilteredPageSize = 1_000;

    /// <summary>While this many messages wait, planning waits too, so that pausing a run leaves few messages to
    /// discard.</summary>
    public const int WaitingLimit = 500;

    private const int SendsAtOnce = 16;

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <returns>What was done, for the log.</returns>
    public async Task<string> PageAsync(Run run, PlanJob job, CancellationToken cancellationToken)
    {
        if (await IsFullAsync(run, cancellationToken))
        {
            await chain.GoOnAsync(job, job.After, Breath, one => one, cancellationToken);
            return $"run {run.Id} waits: the queue is full";
        }

        var scope = run.Order.Scope;
        var (page, next) = await agencies.PageAsync(
            run.Order.Year, scope, job.After, scope.IsNation || scope.IsList ? PageSize : FilteredPageSize, cancellationToken);
        var queued = await PlacedAsync(run, await planned.PlanAsync(run, job.Step, page, cancellationToken), cancellationToken);
        await SendAsync(run, queued, cancellationToken);
        await chain.GoOnAsync(job, next ?? job.After, TimeSpan.Zero, one => one with { Planned = next is null }, cancellationToken);
        return $"run {run.Id} planned {page.Count} agencies, {queued.Count} messages";
    }

    // A cancelled run queues no items, so it need not wait.
    private async Task<bool> IsFullAsync(Run run, CancellationToken cancellationToken) => run.Mode != RoundMode.Cancelled
        && await queues.CountRunItemsAsync(cancellationToken) >= WaitingLimit;

    // When an item was settled while it was planned, the items are read and decided again.
    private async Task<IReadOnlyList<RunItem>> PlacedAsync(Run run, IReadOnlyList<RunItem> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await items.FindAsync(run.Id, [.. wanted.Select(item => item.RowKey)], cancellationToken);
            var placed = wanted.Select(item =>
                (Before: before.GetValueOrDefault(item.RowKey), Now: Placement.Decide(before.GetValueOrDefault(item.RowKey), item, run))).ToList();
            if (await items.TryWriteAsync(run.Id, placed.Select(one => one.Now).OfType<RunItem>(), cancellationToken))
            {
                return [.. placed.Select(one => one.Now ?? one.Before!).Where(item => !item.IsSettled)];
            }
        }
    }

    private Task SendAsync(Run run, IReadOnlyList<RunItem> queued, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        queued,
        new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnce, CancellationToken = cancellationToken },
        async (item, each) => await queues.SendAsync(item.ToJob(run), each));
}
