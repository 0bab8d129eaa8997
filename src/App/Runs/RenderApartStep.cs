using Ita.App.Reports;
using Ita.Reports.Printing;

namespace Ita.App.Runs;

/// <summary>Prints the reports that took too long, requested ones and those of runs: one at a time, once, and apart from all others.</summary>
public sealed class RenderApartStep(ReportPrinter printer, RunWork work, RenderStep requested, RunItemStep items) : IDisposable
{
    private readonly SemaphoreSlim place = new(1, 1);

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(ApartJob job, CancellationToken cancellationToken)
    {
        await place.WaitAsync(cancellationToken);
        try
        {
            return ItemOf(job) is { } item
                ? await work.MakeAsync(item, PrintLane.Apart, cancellationToken)
                : RenderStep.Describe(job.Report, await printer.PrintAsync(job.Report, PrintLane.Apart, cancellationToken));
        }
        catch (PrintTimeoutException fault)
        {
            await FailAsync(job, ReportFailure.TookTooLong, cancellationToken);
            return $"report {ReportName.From(job.Report).RowKey} failed: {fault.Message}";
        }
        finally
        {
            place.Release();
        }
    }

    /// <summary>Marks a report, and its item of a run, as failed after every attempt to print it failed.</summary>
    /// <returns>The outcome, for the log.</returns>
    public Task<string> FailAsync(ApartJob job, CancellationToken cancellationToken) =>
        FailAsync(job, StepRunner.EveryTryFailed, cancellationToken);

    public void Dispose() => place.Dispose();

    private Task<string> FailAsync(ApartJob job, string failure, CancellationToken cancellationToken) => ItemOf(job) is { } item
        ? items.FailAsync(item, failure, cancellationToken)
        : requested.FailAsync(job.Report, failure, cancellationToken);

    private static PrintItemJob? ItemOf(ApartJob job) => job.Run is null ? null : new(job.Run, job.Report);
}
