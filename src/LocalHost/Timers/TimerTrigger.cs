using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Timers;

/// <summary>
/// Runs a timer function by its schedule. Of several hosts the one that holds the timer's blob lease runs it; when a host is killed,
/// another takes over when the lease has run out.
/// </summary>
internal sealed class TimerTrigger(
    Function function, Schedule schedule, BlobContainerClient books, string hostId, TimerRun run, HostLog log, FunctionsHostOptions options)
{
    /// <summary>The shortest lease there is.</summary>
    private static readonly TimeSpan LeasePeriod = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly BlobClient book = books.GetBlobClient($"timers/{hostId}/Host.Functions.{function.Name}/status");
    private readonly BlobClient leased = books.GetBlobClient($"locks/{hostId}/Host.Functions.{function.Name}.Listener");

    public Function Function => function;

    public Task RunByHandAsync() => run.RunAsync(status: null, isPastDue: false, CancellationToken.None);

    /// <summary>Ends when the host stops; a run that is under way is waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(stop);
            }
            catch (RequestFailedException taken) when (taken.Status is 409 or 412)
            {
                // Another host holds the lease.
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
            {
                if (!stop.IsCancellationRequested)
                {
                    log.Warning("Host", $"{function.Name}: the storage of the timer failed: {failure.Message}");
                }
            }

            await Task.Delay(RenewalPause, options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(CancellationToken stop)
    {
        if (!await leased.ExistsAsync(stop))
        {
            await leased.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, stop);
        }

        var lease = leased.GetBlobLeaseClient();
        await lease.AcquireAsync(LeasePeriod, cancellationToken: stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
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

    private async Task TickAsync(CancellationToken stop)
    {
        var started = options.Clock.GetUtcNow();
        var isKept = schedule.IsKept(started) && !function.Has("useMonitor", "false");
        var status = isKept && await book.ExistsAsync(stop)
            ? (await book.DownloadContentAsync(stop)).Value.Content.ToObjectFromJson<TimerStatus>()
            : null;
        var due = schedule.Next(status is null ? started : status.Last > status.LastUpdated ? status.Last : status.LastUpdated);
        if (function.Has("runOnStartup", "true") && due > started)
        {
            await run.RunAsync(status, isPastDue: false, stop);
        }

        while (!stop.IsCancellationRequested)
        {
            if (isKept)
            {
                status = new(status?.Last ?? default, due, status?.LastUpdated ?? started);
                await book.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, stop);
            }

            var isPastDue = due < options.Clock.GetUtcNow();
            log.Information("Host", $"{function.Name}: next run at {due.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.");
            // In pieces, because a delay has a longest time.
            while (!stop.IsCancellationRequested && due - options.Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left < LongestWait ? left : LongestWait, options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (stop.IsCancellationRequested)
            {
                return;
            }

            var now = options.Clock.GetUtcNow();
            await run.RunAsync(status, isPastDue, stop);
            var after = due > now ? due : now;
            due = schedule.Next(after);
            status = isKept ? new(after, due, after) : null;
        }
    }
}
