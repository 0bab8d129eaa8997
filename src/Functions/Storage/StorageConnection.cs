using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Storage;

/// <summary>The clients of the one storage account the app and the Functions host share. Made once; keep it.</summary>
/// <param name="Blobs">Originals, score trees, reports.</param>
/// <param name="Queues">Jobs; messages are Base64, as host.json tells the Functions host.</param>
/// <param name="Tables">Everything that is looked up.</param>
public sealed record StorageConnection(BlobServiceClient Blobs, QueueServiceClient Queues, TableServiceClient Tables)
{
    /// <summary>
    /// The settings the Functions host reads: the connection string <c>AzureWebJobsStorage</c>, or, for an identity,
    /// <c>AzureWebJobsStorage__accountName</c> or its three service URIs.
    /// </summary>
    /// <exception cref="InvalidOperationException">None of them is complete; the message names what is missing.</exception>
    /// <param name="calls">Counts the requests of these clients; null when nobody wants to know.</param>
    public static StorageConnection From(IConfiguration configuration, StorageCalls? calls = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(StorageSettings.Name);
        calls ??= new();
        return string.IsNullOrWhiteSpace(section.Value)
            ? From(StorageEndpoints.From(section), StorageCredential.From(section), calls)
            : From(section.Value, calls);
    }

    private static StorageConnection From(string connectionString, StorageCalls calls) => new(
        new BlobServiceClient(connectionString, calls.ForBlobs(new BlobClientOptions())),
        new QueueServiceClient(connectionString, calls.ForQueues(QueueOptions())),
        new TableServiceClient(connectionString, calls.ForTables(new TableClientOptions())));

    private static StorageConnection From(StorageEndpoints endpoints, TokenCredential credential, StorageCalls calls) => new(
        new BlobServiceClient(endpoints.Blobs, credential, calls.ForBlobs(new BlobClientOptions())),
        new QueueServiceClient(endpoints.Queues, credential, calls.ForQueues(QueueOptions())),
        new TableServiceClient(endpoints.Tables, credential, calls.ForTables(new TableClientOptions())));

    private static QueueClientOptions QueueOptions() => new() { MessageEncoding = QueueMessageEncoding.Base64 };
}
