using Ita.App.Reports;

namespace Ita.App.Runs;

/// <summary>Processes the items of runs, at most <see cref="RenderStep.Places"/> at a time.</summary>
public sealed class RunItemStep(RunWork work, RunItemTable items, ReportTable reports, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim places = new(RenderStep.Places, RenderStep.Places);

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(RunItemJob job, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await work.MakeAsync(job, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Marks an item whose every attempt failed, and its report.</summary>
    /// <returns>What failed, for the log.</returns>
    public async Task<string> FailAsync(RunItemJob job, CancellationToken cancellationToken)
    {
        if (job is PrintItemJob print)
        {
            await RenderStep.FailAsync(reports, ReportName.From(print.Report), cancellationToken);
        }

        var (subject, kind) = job.Item();
        if (await items.FindAsync(job.Run, subject, kind, cancellationToken) is { } item)
        {
            var failed = item with { Status = RunItemStatus.Failed, Reason = StepRunner.EveryTryFailed, SettledAt = clock.GetUtcNow() };
            await items.ChangeAsync(job.Run, item, one => one.IsSettled ? null : failed with { ETag = one.ETag }, cancellationToken);
        }

        return $"item {kind} of run {job.Run} failed at every attempt";
    }

    public void Dispose() => places.Dispose();
}
