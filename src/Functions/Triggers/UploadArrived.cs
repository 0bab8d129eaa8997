using Azure.Storage.Blobs;
using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Uploads;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>A file dropped into the container uploads.</summary>
/// <remarks>The blob is read as a stream: bound as bytes it would be held in memory as a whole.</remarks>
internal sealed class UploadArrived(StepRunner steps, UploadArrivedStep arrived)
{
    [Function("UploadArrived")]
    public Task RunAsync(
        [BlobTrigger(StorageNames.Containers.Uploads + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        steps.RunAsync(context.Event(), cancellationToken => ReceiveAsync(blob, name, cancellationToken), cancellationToken);

    private async Task<string> ReceiveAsync(BlobClient blob, string name, CancellationToken cancellationToken)
    {
        await using var content = await blob.OpenReadAsync(cancellationToken: cancellationToken);
        return await arrived.RunAsync(content, name, cancellationToken);
    }
}
