using Ita.Reports.Printing;

namespace Ita.App.Reports;

/// <summary>Deletes, when the app starts, the browser profiles that killed processes left.</summary>
internal sealed class PrintLeftoversService(ILogger<PrintLeftoversService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Delete, stoppingToken);

    private void Delete()
    {
        if (PrintLeftovers.Delete() is > 0 and var deleted)
        {
            log.LogInformation("Deleted {Deleted} folders that killed prints left in the temporary folder", deleted);
        }
    }
}
