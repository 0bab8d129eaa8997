using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;

namespace Ita.LocalHost.Timers;

/// <summary>When a timer ran and when it runs next: the JSON of its status blob, and part of what the function gets.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public static async Task<TimerStatus?> ReadAsync(BlobClient blob, CancellationToken cancellationToken) =>
        await blob.ExistsAsync(cancellationToken)
            ? (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<TimerStatus>()
            : null;

    public Task WriteAsync(BlobClient blob, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(this), overwrite: true, cancellationToken);

    /// <summary>The value of a timer's parameter, as the genuine host writes it.</summary>
    public static string Info(TimerStatus? status, bool isPastDue) => new JsonObject
    {
        ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
        ["ScheduleStatus"] = JsonSerializer.SerializeToNode(status),
        ["IsPastDue"] = isPastDue,
    }.ToJsonString();
}
