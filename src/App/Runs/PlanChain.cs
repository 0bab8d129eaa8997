using Ita.App.Jobs;

namespace Ita.App.Runs;

/// <summary>Hands a run's planning on from one step to the next.</summary>
public sealed class PlanChain(RunTable table, RunSteering runs)
{
    /// <summary>Sends the next step and books this one, unless that was done meanwhile by a message that came twice.</summary>
    /// <param name="after">How long the next step waits.</param>
    /// <param name="booked">What this step adds to the run.</param>
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

    private async Task<bool> IsWantedAsync(PlanJob job, CancellationToken cancellationToken) => (await table.FindAsync(job.Run, cancellationToken))?.Wants(job) == true;

    // By the run as it stands then: who paused or cancelled it meanwhile is not overruled.
    private Task BookAsync(PlanJob job, Func<Run, Run> booked, CancellationToken cancellationToken) =>
        table.ChangeAsync(job.Run, run => run.Wants(job) ? booked(run) with { Step = job.Step + 1 } : null, cancellationToken);
}
