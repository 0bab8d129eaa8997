using Ita.App.Jobs;
using Ita.App.Runs;

namespace Ita.App.Reports;

/// <summary>Prints reports: those that a person asked for, and the items of runs.</summary>
/// <remarks>
/// Each of the two queues has places of its own, so that a report a person asked for never waits behind a run. The printer has as many
/// pages as there are places in all (<see cref="Places"/>).
/// </remarks>
public sealed class RenderStep(ReportPrinter press, RunWork work) : IDisposable
{
    /// <summary>Prints of one queue at once, in one process. More than the two cores of an instance print no faster.</summary>
    public const int Places = 2;

    private readonly SemaphoreSlim _asked = new(Places, Places);
    private readonly SemaphoreSlim _batch = new(Places, Places);

    /// <summary>A job of the queue render.</summary>
    /// <returns>The outcome, for the log.</returns>
    public Task<string> RunAsync(RenderJob job, CancellationToken cancellationToken) => WithinAsync(_asked, job, cancellationToken);

    /// <summary>A job of the queue render-batch.</summary>
    /// <returns>The outcome, for the log.</returns>
    public Task<string> RunBatchAsync(RenderJob job, CancellationToken cancellationToken) => WithinAsync(_batch, job, cancellationToken);

    public void Dispose()
    {
        _asked.Dispose();
        _batch.Dispose();
    }

    private async Task<string> WithinAsync(SemaphoreSlim places, RenderJob job, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return job.Run is { } run ? await work.DoAsync(run, job, cancellationToken) : await PrintAsync(job, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<string> PrintAsync(RenderJob job, CancellationToken cancellationToken) => await press.PrintAsync(job, cancellationToken) switch
    {
        // A newer version was scored since; its own report is printed when it is asked for.
        null => $"report {ReportName.Of(job).RowKey} is of a result that no longer exists",
        { IsNew: false } => $"report {ReportName.Of(job).RowKey} was printed already",
        var printed => $"report {ReportName.Of(job).RowKey} printed, {printed.Report.Bytes} bytes",
    };
}
