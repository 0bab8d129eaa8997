using Ita.App.Reports;

namespace Ita.App.Runs;

/// <summary>Processes one item of a run and settles it. Repeated, it finds the item settled or the report
/// printed.</summary>
public sealed class RunWork(
    RunStates states, RunItemTable items, ResultTable results, ResultRevision revision, ReportPrinter printer, TimeProvider clock)
{
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> MakeAsync(RunItemJob job, PrintLane lane, CancellationToken cancellationToken)
    {
        var (subject, kind) = job.Item();
        var run = await states.FindAsync(job.Run, cancellationToken);
        if (run.Control != RunControl.Active)
        {
            // Resuming the run sends the message again.
            return $"item {kind} of run {run.Id} waits: the run is {run.State}";
        }

        var item = await items.FindAsync(run.Id, subject, kind, cancellationToken)
            ?? throw new InvalidOperationException($"Run {run.Id} has no item of kind {kind} for this message.");
        if (item.Status is RunItemStatus.Done or RunItemStatus.Skipped)
        {
            return $"item {kind} of run {run.Id} was already {item.Status}";
        }

        var change = job is PrintItemJob print
            ? await PrintAsync(print.Report, lane, cancellationToken)
            : await ReviseAsync(run, subject, cancellationToken);

        // An item that was skipped meanwhile, because the run was cancelled, is recorded as done.
        var now = clock.GetUtcNow();
        await items.ChangeAsync(
            run.Id, item, one => one.Status == RunItemStatus.Done ? null : change(one) with { SettledAt = now }, cancellationToken);
        return $"item {kind} of run {run.Id} settled";
    }

    private async Task<Func<RunItem, RunItem>> ReviseAsync(Run run, string agency, CancellationToken cancellationToken) =>
        await revision.ReviseAsync(run.Order.Year, agency, run.RoundAt, run.Id, cancellationToken) is { } revised
            ? item => item with
            {
                Status = RunItemStatus.Done,
                Reason = null,
                Version = revised.Version,
                Sha256 = revised.Sha256,
                Path = revised.Path,
            }
            : Skipped(RunReason.NoResult);

    private async Task<Func<RunItem, RunItem>> PrintAsync(RenderJob job, PrintLane lane, CancellationToken cancellationToken)
    {
        var printed = await printer.PrintAsync(job, lane, cancellationToken);
        while (printed is null)
        {
            // A newer version was stored meanwhile; that one is printed.
            if (job.Kind == ReportKind.Summary.Code
                || await results.FindAsync(FiscalYear.FromBuddhistEra(job.Year), job.Agency, cancellationToken) is not { } current)
            {
                return Skipped(RunReason.NoResult);
            }

            job = job with { Version = current.Version };
            printed = await printer.PrintAsync(job, lane, cancellationToken);
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
