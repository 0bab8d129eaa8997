using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.LocalHost.App;

namespace Ita.LocalHost;

/// <summary>The queues and containers that bindings name, by connection string.</summary>
internal sealed class Storage(Settings settings)
{
    /// <summary>The container in which the host keeps receipts and timer states.</summary>
    public const string HostContainer = "azure-webjobs-hosts";

    public QueueClient QueueOf(Binding binding) => Queue(binding["connection"], binding["queueName"]!);

    public QueueClient Queue(string? connection, string name) =>
        new(settings.Connection(connection), name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    public BlobContainerClient Container(string? connection, string name) => new(settings.Connection(connection), name);

    public BlobContainerClient Books() => Container(Settings.HostStorage, HostContainer);
}
