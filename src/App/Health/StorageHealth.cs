namespace Ita.App.Health;

/// <param name="SetUp">All containers, queues and tables exist.</param>
/// <param name="Blobs">The Blob service responds.</param>
/// <param name="Queues">The Queue service responds.</param>
/// <param name="Tables">The Table service responds.</param>
/// <param name="Space">The disk of the store has enough free space for writes; true when the store is not on a disk of this machine.</param>
public sealed record StorageState(bool SetUp, bool Blobs, bool Queues, bool Tables, bool Space)
{
    public bool IsUsable => this is { SetUp: true, Blobs: true, Queues: true, Tables: true, Space: true };
}

/// <summary>Whether the storage can be used now.</summary>
internal sealed class StorageHealth(OpenStorage storage, StoreSpace space, ILogger<StorageHealth> log)
{
    // Reads one container, queue and table each, because the app has no role on the account itself.
    public async Task<StorageState> CheckAsync(CancellationToken cancellationToken)
    {
        StoragePatience.Begin();
        var connection = storage.Connection;
        var checks = await Task.WhenAll(
            AnswersAsync("setup", () => storage.EnsureAsync(cancellationToken)),
            AnswersAsync("blobs", () => connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Results)
                .GetPropertiesAsync(cancellationToken: cancellationToken)),
            AnswersAsync("queues", () => connection.Queues.GetQueueClient(StorageNames.Queues.Ingest).GetPropertiesAsync(cancellationToken)),
            AnswersAsync("tables", () => connection.Table(StorageNames.Tables.Audit).FindAsync("~", "~", cancellationToken)));
        return new(checks[0], checks[1], checks[2], checks[3], space.IsEnough());
    }

    private async Task<bool> AnswersAsync(string service, Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            // The service responds. What is missing is found by the check of the setup, which runs beside this one.
            return true;
        }
        catch (Exception fault) when (fault is
            Azure.RequestFailedException or AggregateException or InvalidOperationException or StorageUnavailableException)
        {
            log.LogWarning("Not ready: {Service}: {Fault}", service, StorageRefusals.Cause(fault));
            return false;
        }
    }
}
