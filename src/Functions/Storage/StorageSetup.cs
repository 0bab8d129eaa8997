namespace Ita.Functions.Storage;

/// <summary>Makes every container, table and queue that is missing.</summary>
public static class StorageSetup
{
    /// <summary>All at once; what exists is left as it is, so any number of instances may start together.</summary>
    /// <exception cref="Azure.RequestFailedException">The account refused, for example for want of a role.</exception>
    public static Task EnsureAsync(StorageConnection storage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        IEnumerable<Task> containers = StorageNames.Containers.All.Select(name =>
            storage.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        IEnumerable<Task> tables = StorageNames.Tables.All.Select(name =>
            storage.Tables.CreateTableIfNotExistsAsync(name, cancellationToken));
        IEnumerable<Task> queues = StorageNames.Queues.All.Select(name =>
            storage.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        return Task.WhenAll([.. containers, .. tables, .. queues]);
    }
}
