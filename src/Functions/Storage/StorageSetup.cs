namespace Ita.Functions.Storage;

/// <summary>Makes every container, table and queue that is missing.</summary>
public static class StorageSetup
{
    /// <summary>All at once; what exists is left as it is, so any number of instances may start together.</summary>
    /// <exception cref="Azure.RequestFailedException">The account refused, for example for want of a role.</exception>
    public static Task EnsureAsync(StorageConnection storage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return Task.WhenAll(
        [
            .. StorageNames.Containers.All.Select(name => EnsureContainerAsync(storage, name, cancellationToken)),
            .. StorageNames.Tables.All.Select(name => (Task)storage.Tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
            .. StorageNames.Queues.All.Select(name => EnsureQueueAsync(storage, name, cancellationToken)),
        ]);
    }

    private static Task EnsureContainerAsync(StorageConnection storage, string name, CancellationToken cancellationToken) =>
        storage.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    private static Task EnsureQueueAsync(StorageConnection storage, string name, CancellationToken cancellationToken) =>
        storage.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
}
