using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Ita.LocalHost.Timers;

/// <summary>
/// Runs a timer function on its schedule. Of several hosts, the one that holds the timer's blob lease runs it; when it is killed,
/// another host takes over after the lease has expired.
/// </summary>
internal sealed class TimerTrigger(
    Function function, Schedule schedule, BlobContainerClient hostContainer, string hostId, TimerRun run, HostLog log, FunctionsHostOptions options)
{
    /// <summary>The shortest period that Azure Storage allows.</summary>
    private static readonly TimeSpan LeasePeriod = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly BlobClient statusBlob = hostContainer.GetBlobClient($"timers/{hostId}/Host.Functions.{function.Name}/status");
    private readonly BlobClient leaseBlob = hostContainer.GetBlobClient($"locks/{hostId}/Host.Functions.{function.Name}.Listener");

    public Function Function => function;

    public Task RunOnceAsync() => run.RunAsync(status: null, isPastDue: false, CancellationToken.None);

    /// <summary>Returns when the host stops, after a run in progress has ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await TryAcquireAsync(cancellationToken) is { } lease)
                {
                    await HoldAsync(lease, cancellationToken);
                }
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    log.Warning("Host", $"{function.Name}: the storage of the timer failed: {failure.Message}");
                }
            }

            await Task.Delay(RenewalPause, options.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Returns null when another host holds the lease.
    private async Task<BlobLeaseClient?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await leaseBlob.ExistsAsync(cancellationToken))
            {
                var ifNew = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
                await leaseBlob.UploadAsync(BinaryData.Empty, ifNew, cancellationToken);
            }

            var lease = leaseBlob.GetBlobLeaseClient();
            await lease.AcquireAsync(LeasePeriod, cancellationToken: cancellationToken);
            return lease;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task HoldAsync(BlobLeaseClient lease, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ticking = TickAsync(ending.Token);
        try
        {
            while (!ticking.IsCompleted)
            {
                await lease.RenewAsync(cancellationToken: CancellationToken.None);
                await Task.WhenAny(ticking, Task.Delay(RenewalPause, options.Clock, CancellationToken.None));
            }
        }
        finally
        {
            await ending.CancelAsync();
            await ticking;
        }

        await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var started = options.Clock.GetUtcNow();
        var isKept = schedule.IsKept(started) && !function.Has("useMonitor", "false");
        var status = isKept && await statusBlob.ExistsAsync(cancellationToken)
            ? (await statusBlob.DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<TimerStatus>()
            : null;
        var due = schedule.Next(status is null ? started : status.Last > status.LastUpdated ? status.Last : status.LastUpdated);
        if (function.Has("runOnStartup", "true") && due > started)
        {
            await run.RunAsync(status, isPastDue: false, cancellationToken);
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            if (isKept)
            {
                status = new(status?.Last ?? default, due, status?.LastUpdated ?? started);
                await statusBlob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
            }

            var isPastDue = due < options.Clock.GetUtcNow();
            log.Information("Host", $"{function.Name}: next run at {due.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.");
            await WaitUntilAsync(due, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            var now = options.Clock.GetUtcNow();
            await run.RunAsync(status, isPastDue, cancellationToken);
            var after = due > now ? due : now;
            due = schedule.Next(after);
            status = isKept ? new(after, due, after) : null;
        }
    }

    // Task.Delay has a longest time, so a long wait is divided.
    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && due - options.Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            var pause = left < LongestWait ? left : LongestWait;
            await Task.Delay(pause, options.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
