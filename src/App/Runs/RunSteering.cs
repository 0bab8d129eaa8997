namespace Ita.App.Runs;

/// <summary>Starts, pauses, resumes and cancels runs. Every operation may be repeated.</summary>
public sealed class RunSteering(RunTable runs, JobQueues queues, TimeProvider clock)
{
    /// <summary>Starts the run of an order. A finished run is planned again, which makes only what is new since; an
    /// active one continues unchanged, and a paused one stays paused.</summary>
    /// <param name="by">The id of the key, or the timer.</param>
    public async Task<Run> StartAsync(RunOrder order, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fresh = new Run(order.Id, order, by, now, Today(), RunControl.Active, 1, RoundMode.Asked, now);
        var run = await runs.AddAsync(fresh, cancellationToken) ? fresh : (await runs.ChangeAsync(order.Id, Restarted, cancellationToken))!;

        // Sent for an existing run too: the process may have been killed before it sent the first message.
        if (run is { Step: 0, Control: RunControl.Active })
        {
            await SendAsync(run.Job, TimeSpan.Zero, cancellationToken);
        }

        return run;
    }

    /// <returns>The run in its current state; null when there is none.</returns>
    public Task<Run?> PauseAsync(string id, CancellationToken cancellationToken) =>
        runs.ChangeAsync(
            id, run => run is { Control: RunControl.Active, IsFinished: false } ? run with { Control = RunControl.Paused } : null, cancellationToken);

    /// <summary>Plans the unsettled items again, and a cancelled run from the beginning.</summary> <inheritdoc
    /// cref="PauseAsync"/>
    public Task<Run?> ResumeAsync(string id, CancellationToken cancellationToken) => PlannedAgainAsync(
        id, run => run.Control == RunControl.Cancelled ? RoundMode.Asked : run.IsFinished ? null : RoundMode.Resumed, cancellationToken);

    /// <summary>Records the unsettled items as skipped.</summary> <inheritdoc cref="PauseAsync"/>
    public Task<Run?> CancelAsync(string id, CancellationToken cancellationToken) => PlannedAgainAsync(
        id, run => run.IsFinished || run.Control == RunControl.Cancelled ? null : RoundMode.Cancelled, cancellationToken);

    /// <summary>Plans the failed items again.</summary> <inheritdoc cref="PauseAsync"/>
    public Task<Run?> RetryAsync(string id, CancellationToken cancellationToken) => PlannedAgainAsync(
        id, run => run.Control == RunControl.Active ? RoundMode.Retried : null, cancellationToken);

    /// <summary>Sends a step of the planning.</summary>
    /// <param name="after">How long the message stays hidden.</param>
    public Task SendAsync(PlanJob job, TimeSpan after, CancellationToken cancellationToken) =>
        queues.SendAsync(job, cancellationToken, after);

    private async Task<Run?> PlannedAgainAsync(string id, Func<Run, RoundMode?> why, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var run = await runs.ChangeAsync(id, one => why(one) is { } mode ? one.Again(mode, now) : null, cancellationToken);

        // As in StartAsync: sent again even when the run was changed concurrently.
        if (run is { Step: 0, IsFinished: false } and not { Control: RunControl.Paused })
        {
            await SendAsync(run.Job, TimeSpan.Zero, cancellationToken);
        }

        return run;
    }

    private Run? Restarted(Run run) => run.IsFinished || run.Failure is not null || run.Control == RunControl.Cancelled
        ? run.Again(RoundMode.Asked, clock.GetUtcNow()) with { AsOf = Today() }
        : null;

    private string Today() => ThaiClock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
