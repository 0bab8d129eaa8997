using System.Text.Json;
using Azure.Storage.Blobs;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Timers;

/// <summary>When a timer last ran and is next due (contract.md, section 2.3, ScheduleStatus).</summary>
internal sealed record TimerState(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>The state of a timer that never ran.</summary>
    public static TimerState New(DateTimeOffset now, Cron schedule) => new(default, schedule.NextAfter(now) ?? DateTimeOffset.MaxValue, now);

    public static TimerState RanAt(DateTimeOffset time, Cron schedule) => new(time, schedule.NextAfter(time) ?? DateTimeOffset.MaxValue, time);

    /// <summary>The state under the schedule of today: a schedule that was changed in the meantime counts from the last run.</summary>
    public TimerState Under(Cron schedule) =>
        this with { Next = schedule.NextAfter(Last == default ? LastUpdated : Last) ?? DateTimeOffset.MaxValue };

    public bool IsPastDue(DateTimeOffset now) => now > Next;
}

/// <summary>Keeps the state of one timer as a blob in the host's own container, so that a missed run is noticed.</summary>
internal sealed class TimerStates(BlobContainerClient books, string function)
{
    private readonly BlobClient blob = books.GetBlobClient($"timers/localhost/{function}.Listener/status");

    public Task PrepareAsync(CancellationToken stop) => books.CreateIfNotExistsAsync(cancellationToken: stop);

    public async Task<TimerState?> ReadAsync(CancellationToken stop) =>
        await blob.ExistsAsync(stop)
            ? JsonSerializer.Deserialize<TimerState>((await blob.DownloadContentAsync(stop)).Value.Content)
            : null;

    public Task WriteAsync(TimerState state) =>
        blob.UploadAsync(BinaryData.FromString(JsonSerializer.Serialize(state, JsonText.Plain)), overwrite: true);
}
