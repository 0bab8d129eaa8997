namespace Ita.App.Runs;

/// <summary>Continues a run's planning from one step to the next.</summary>
public sealed class PlanChain(RunTable table, RunSteering runs)
{
    /// <summary>Sends the next step and records this one as booked, unless a duplicate of the message already
    /// did.</summary>
    /// <param name="cursor">The key of the last agency planned.</param>
    /// <param name="after">How long the next step is delayed.</param>
    /// <param name="booked">Applies the result of this step to the run.</param>
    public async Task GoOnAsync(PlanJob job, string? cursor, TimeSpan after, Func<Run, Run> booked, CancellationToken cancellationToken)
    {
        if (await IsWantedAsync(job, cancellationToken))
        {
            await runs.SendAsync(job with { Step = job.Step + 1, After = cursor }, after, cancellationToken);
            await BookAsync(job, run => booked(run) with { After = cursor }, cancellationToken);
        }
    }

    /// <summary>Books the last step of a run.</summary>
    public Task EndAsync(PlanJob job, Func<Run, Run> booked, CancellationToken cancellationToken) => BookAsync(job, booked, cancellationToken);

    private async Task<bool> IsWantedAsync(
        PlanJob job, CancellationToken cancellationToken) => (await table.FindAsync(job.Run, cancellationToken))?.Wants(job) == true;

    // Applied to the current state of the run, so that a concurrent pause or cancellation is kept.
    private Task BookAsync(PlanJob job, Func<Run, Run> booked, CancellationToken cancellationToken) =>
        table.ChangeAsync(job.Run, run => run.Wants(job) ? booked(run) with { Step = job.Step + 1 } : null, cancellationToken);
}
