using Ita.Reports.Printing;

namespace Ita.App.Reports;

/// <summary>Prints the reports that were requested one by one.</summary>
/// <remarks>Items of runs have their own queue and their own limit, so that a requested report never waits for a run. A report that takes too
/// long is printed apart, so that no report waits for it. The printer has as many pages as both limits together.</remarks>
public sealed class RenderStep(ReportPrinter printer, ReportTable reports, JobQueues queues) : IDisposable
{
    /// <summary>The number of concurrent prints per queue and process. An instance has two cores, so more would not be
    /// faster.</summary>
    public const int Places = 2;

    private readonly SemaphoreSlim places = new(Places, Places);

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(RenderJob job, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return Describe(job, await printer.PrintAsync(job, PrintLane.Common, cancellationToken));
        }
        catch (PrintTimeoutException)
        {
            await queues.SendAsync(new ApartJob(job), cancellationToken);
            return $"report {ReportName.From(job).RowKey} takes too long and is printed apart";
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Marks a report as failed after every attempt to print it failed.</summary>
    /// <returns>The outcome, for the log.</returns>
    public Task<string> FailAsync(RenderJob job, CancellationToken cancellationToken) =>
        FailAsync(job, StepRunner.EveryTryFailed, cancellationToken);

    public void Dispose() => places.Dispose();

    internal static string Describe(RenderJob job, Printed? printed)
    {
        var report = $"report {ReportName.From(job).RowKey}";
        return printed switch
        {
            // The newer version is printed when its report is requested.
            null => $"{report} is about a result version that no longer exists",
            { IsNew: false } => $"{report} was already printed",
            _ => $"{report} printed, {printed.Report.Bytes} bytes",
        };
    }

    internal async Task<string> FailAsync(RenderJob job, string failure, CancellationToken cancellationToken)
    {
        var name = ReportName.From(job);
        await FailAsync(reports, name, failure, cancellationToken);
        return $"report {name.RowKey} failed: {failure}";
    }

    internal static Task FailAsync(ReportTable reports, ReportName name, string failure, CancellationToken cancellationToken) => reports.ChangeAsync(
        name,
        row => row is { Status: ReportStatus.Printed } ? null : new ReportRow(ReportStatus.Failed, Failure: failure, LastId: row?.LastId),
        cancellationToken);
}
