using Ita.App.Reports;
using Ita.Reports.Printing;

namespace Ita.App.Runs;

/// <summary>Processes the items of runs, at most <see cref="RenderStep.Places"/> at a time. A report that takes too long is printed
/// apart.</summary>
public sealed class RunItemStep(RunWork work, RunItemTable items, ReportTable reports, JobQueues queues, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim places = new(RenderStep.Places, RenderStep.Places);

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(RunItemJob job, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return job is PrintItemJob print && await reports.TookTooLongAsync(ReportName.From(print.Report), cancellationToken)
                ? await SendApartAsync(print, cancellationToken)
                : await work.MakeAsync(job, PrintLane.Common, cancellationToken);
        }
        catch (PrintTimeoutException) when (job is PrintItemJob)
        {
            return await SendApartAsync((PrintItemJob)job, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Marks an item whose every attempt failed, and its report.</summary>
    /// <returns>What failed, for the log.</returns>
    public Task<string> FailAsync(RunItemJob job, CancellationToken cancellationToken) =>
        FailAsync(job, StepRunner.EveryTryFailed, cancellationToken);

    public void Dispose() => places.Dispose();

    internal async Task<string> FailAsync(RunItemJob job, string failure, CancellationToken cancellationToken)
    {
        if (job is PrintItemJob print)
        {
            await RenderStep.FailAsync(reports, ReportName.From(print.Report), failure, cancellationToken);
        }

        var (subject, kind) = job.Item();
        if (await items.FindAsync(job.Run, subject, kind, cancellationToken) is { } item)
        {
            var failed = item with { Status = RunItemStatus.Failed, Reason = failure, SettledAt = clock.GetUtcNow() };
            await items.ChangeAsync(job.Run, item, one => one.IsSettled ? null : failed with { ETag = one.ETag }, cancellationToken);
        }

        return $"item {kind} of run {job.Run} failed: {failure}";
    }

    private async Task<string> SendApartAsync(PrintItemJob job, CancellationToken cancellationToken)
    {
        await queues.SendAsync(new ApartJob(job.Report, job.Run), cancellationToken);
        return $"item {job.Report.Kind} of run {job.Run} takes too long and is printed apart";
    }
}
