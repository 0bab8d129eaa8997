using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Results;
using Ita.Domain;

namespace Ita.App.Runs;

/// <summary>Makes one item of a run and settles it. Done twice, it finds the item settled or the same report printed.</summary>
public sealed class RunWork(RunStates states, RunItemTable items, ResultTable results, ResultRevision revision, ReportPrinter press, TimeProvider clock)
{
    /// <returns>What was done, for the log.</returns>
    public async Task<string> DoAsync(string id, RenderJob job, CancellationToken stop)
    {
        var run = await states.OfAsync(id, stop);
        if (run.Control != RunControl.Active)
        {
            // Put aside: resuming sends it again.
            return $"item {job.Kind} of run {id} waits, the run is {run.State}";
        }

        var item = await items.FindAsync(id, job.Agency, job.Kind, stop)
            ?? throw new InvalidOperationException($"Run {id} has no item of kind {job.Kind} for this message.");
        if (item.Status is RunItemStatus.Done or RunItemStatus.Skipped)
        {
            return $"item {job.Kind} of run {id} was {item.Status} already";
        }

        var outcome = job.Kind == RunOrder.Result ? await RevisedAsync(run, job, stop) : await PrintedAsync(job, stop);

        // Skipped meanwhile because the run was cancelled, it is done all the same: that is the truth.
        var now = clock.GetUtcNow();
        await items.ChangeAsync(id, item, one => one.Status == RunItemStatus.Done ? null : outcome(one) with { SettledAt = now }, stop);
        return $"item {job.Kind} of run {id} settled";
    }

    private async Task<Func<RunItem, RunItem>> RevisedAsync(Run run, RenderJob job, CancellationToken stop) =>
        await revision.ReviseAsync(FiscalYear.FromBuddhistEra(job.Year), job.Agency, run.RoundAt, run.Id, stop) is { } revised
            ? item => item with { Status = RunItemStatus.Done, Reason = null, Version = revised.Version, Sha256 = revised.Sha256, Path = revised.Path }
            : Skipped(RunReason.NoResult);

    private async Task<Func<RunItem, RunItem>> PrintedAsync(RenderJob job, CancellationToken stop)
    {
        var printed = await press.PrintAsync(job, stop);
        while (printed is null)
        {
            // A newer version came in between: the run makes that one.
            if (job.Kind == ReportName.Summary || await results.FindAsync(FiscalYear.FromBuddhistEra(job.Year), job.Agency, stop) is not { } current)
            {
                return Skipped(RunReason.NoResult);
            }

            job = job with { Version = current.Version };
            printed = await press.PrintAsync(job, stop);
        }

        var (report, isNew) = printed;
        return item => item with
        {
            Status = isNew ? RunItemStatus.Done : RunItemStatus.Skipped,
            Reason = isNew ? null : RunReason.AlreadyPrinted,
            Version = job.Version,
            Sha256 = report.Sha256,
            Path = report.Path,
        };
    }

    private static Func<RunItem, RunItem> Skipped(string reason) => item => item with { Status = RunItemStatus.Skipped, Reason = reason };
}
