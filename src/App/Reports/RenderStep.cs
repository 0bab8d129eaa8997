namespace Ita.App.Reports;

/// <summary>Prints the reports that were requested one by one.</summary>
/// <remarks>Items of runs have their own queue and their own limit, so that a requested report never waits for a run.
/// The printer has as many pages as both limits together.</remarks>
public sealed class RenderStep(ReportPrinter printer, ReportTable reports) : IDisposable
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
            var report = $"report {ReportName.From(job).RowKey}";
            return await printer.PrintAsync(job, cancellationToken) switch
            {
                // The newer version is printed when its report is requested.
                null => $"{report} is about a result version that no longer exists",
                { IsNew: false } => $"{report} was already printed",
                var printed => $"{report} printed, {printed.Report.Bytes} bytes",
            };
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Marks a report as failed after every attempt to print it failed.</summary>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> FailAsync(RenderJob job, CancellationToken cancellationToken)
    {
        var name = ReportName.From(job);
        await FailAsync(reports, name, cancellationToken);
        return $"report {name.RowKey} failed at every attempt";
    }

    internal static Task FailAsync(ReportTable reports, ReportName name, CancellationToken cancellationToken) => reports.ChangeAsync(
        name,
        row => row is { Status: ReportStatus.Printed } ? null : new ReportRow(ReportStatus.Failed, Failure: StepRunner.EveryTryFailed),
        cancellationToken);

    public void Dispose() => places.Dispose();
}
