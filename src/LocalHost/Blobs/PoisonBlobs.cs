using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Queues;

namespace Ita.LocalHost.Blobs;

/// <summary>The queue in which the host reports blobs that a function failed on too often (contract.md, section 3, blob).</summary>
internal sealed class PoisonBlobs(QueueClient queue, MessageEncoding encoding)
{
    public const string QueueName = "webjobs-blobtrigger-poison";

    public async Task ReportAsync(FunctionDefinition function, BlobVersion version)
    {
        var message = new JsonObject
        {
            ["Type"] = "BlobTrigger",
            ["FunctionId"] = function.HostId,
            ["BlobType"] = "BlockBlob",
            ["ContainerName"] = version.Container,
            ["BlobName"] = version.Name,
            ["ETag"] = version.ETag,
        };
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(encoding.Encode(Encoding.UTF8.GetBytes(message.ToJsonString(JsonText.Indented))));
    }
}
