namespace Ita.App.Runs;

/// <summary>Checks the progress of a planned run: requests the summary of a province when all of its agencies are
/// settled, then the summary over all, and finishes the run when every item is settled.</summary>
public sealed class RunProgress(RunItemTable items, PlanChain chain, JobQueues queues, TimeProvider clock)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(10);

    /// <returns>What was done, for the log.</returns>
    public async Task<string> LookAsync(Run run, PlanJob job, CancellationToken cancellationToken)
    {
        var tally = new RunTally();
        var members = new SummaryMembers(run.Order);
        await foreach (var item in items.AllAsync(run.Id, cancellationToken))
        {
            tally.Add(run, item);
            members.Add(item);
        }

        var asked = 0;
        foreach (var wanted in members.Wanted(run, job.Step))
        {
            asked += await AskAsync(run, wanted, members.Summary(wanted.Subject), cancellationToken) ? 1 : 0;
        }

        if (asked == 0 && tally.Unsettled == 0)
        {
            await chain.EndAsync(job, one => one with { FinishedAt = clock.GetUtcNow() }, cancellationToken);
            return $"run {run.Id} has ended";
        }

        await chain.GoOnAsync(job, null, Pause(tally.Left(run, clock.GetUtcNow())), one => one, cancellationToken);
        return $"run {run.Id}: {tally.Unsettled} of {tally.Total} left, {asked} summaries requested";
    }

    // Half of the time left, so that few checks are needed and none comes late.
    private static TimeSpan Pause(TimeSpan? left) => TimeSpan.FromTicks(Math.Clamp((left ?? Soonest).Ticks / 2, Soonest.Ticks, Latest.Ticks));

    /// <returns>True while the summary is not settled.</returns>
    private async Task<bool> AskAsync(Run run, RunItem wanted, RunItem? before, CancellationToken cancellationToken)
    {
        if (before?.Round != run.Round && !await items.TryWriteAsync(run.Id, [wanted with { ETag = before?.ETag }], cancellationToken))
        {
            // Changed concurrently; the next check reads the outcome.
            return true;
        }

        if (wanted.IsSettled)
        {
            return false;
        }

        await queues.SendAsync(wanted.ToJob(run), cancellationToken);
        return true;
    }
}
