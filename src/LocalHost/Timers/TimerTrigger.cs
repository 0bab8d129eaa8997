using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Ita.LocalHost.App;
using Ita.LocalHost.Triggers;

namespace Ita.LocalHost.Timers;

/// <summary>
/// Runs a timer function by its schedule. Of several hosts the one that holds the timer's lease runs it; when a host is killed,
/// another takes over when the lease has run out.
/// </summary>
internal sealed class TimerTrigger(Function function, TimerRun run, JobSite jobs, HostLog log, FunctionsHostOptions options)
{
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Schedule schedule = Schedule.Parse(jobs.Expand(function.Trigger["schedule"] ?? ""));
    private readonly BlobClient book = jobs.Books.GetBlobClient($"timers/{jobs.HostId}/Host.Functions.{function.Name}/status");
    private readonly BlobClient leased = jobs.Books.GetBlobClient($"locks/{jobs.HostId}/Host.Functions.{function.Name}.Listener");

    public Function Function => function;

    public Task RunByHandAsync() => run.RunAsync(TimerStatus.Info(null, isPastDue: false), CancellationToken.None);

    /// <summary>Ends when the host stops; a run that is under way is waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await TimerLease.TakeAsync(leased, stop) is { } held)
                {
                    await HoldAsync(held, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
            {
                log.Warning("Host", $"{function.Name}: the storage of the timer failed: {failure.Message}");
            }

            await Task.Delay(RenewalPause, options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(TimerLease held, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ticking = TickAsync(ending.Token);
        try
        {
            while (!ticking.IsCompleted)
            {
                await held.RenewAsync();
                await Task.WhenAny(ticking, Task.Delay(RenewalPause, options.Clock, CancellationToken.None));
            }
        }
        finally
        {
            await ending.CancelAsync();
            await ticking;
        }

        await held.ReleaseAsync();
    }

    private async Task TickAsync(CancellationToken stop)
    {
        var isKept = schedule.IsKept(options.Clock.GetUtcNow()) && !function.Trigger.Has("useMonitor", "false");
        var status = isKept ? await TimerStatus.ReadAsync(book, stop) : null;
        var started = options.Clock.GetUtcNow();
        var due = schedule.Next(status is null ? started : status.Last > status.LastUpdated ? status.Last : status.LastUpdated);
        if (function.Trigger.Has("runOnStartup", "true") && due > started)
        {
            await run.RunAsync(TimerStatus.Info(status, isPastDue: false), stop);
        }

        while (!stop.IsCancellationRequested)
        {
            if (isKept)
            {
                status = new(status?.Last ?? default, due, status?.LastUpdated ?? started);
                await status.WriteAsync(book, stop);
            }

            var isPastDue = due < options.Clock.GetUtcNow();
            log.Information("Host", $"{function.Name}: next run at {due.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.");
            if (!await WaitAsync(due, stop))
            {
                return;
            }

            var now = options.Clock.GetUtcNow();
            await run.RunAsync(TimerStatus.Info(status, isPastDue), stop);
            var after = due > now ? due : now;
            due = schedule.Next(after);
            status = isKept ? new(after, due, after) : null;
        }
    }

    // In pieces, because a delay has a longest time; false when the host stops.
    private async Task<bool> WaitAsync(DateTimeOffset due, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && due - options.Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }
}
