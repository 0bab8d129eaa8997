using Ita.LocalHost.App;

namespace Ita.LocalHost.Worker;

/// <summary>Keeps one worker running: starts it, and starts it again when it has ended.</summary>
internal sealed class WorkerKeeper(AppFolder app, WorkerSite site, HostLog log, FunctionsHostOptions options) : IAsyncDisposable
{
    /// <summary>Failed starts in a row after which the host gives up, as the genuine host does.</summary>
    private const int StartsAllowed = 3;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private volatile TaskCompletionSource<RunningWorker> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkerProcess? process;

    /// <summary>Fails with <see cref="HostingException"/> when the host gives up; ends otherwise when the host stops.</summary>
    public Task Keeping { get; private set; } = Task.CompletedTask;

    public int? ProcessId => process?.Id;

    /// <summary>The worker that runs now; null while it starts.</summary>
    public RunningWorker? Current => ready.Task.IsCompletedSuccessfully ? ready.Task.Result : null;

    public void Start() => Keeping = KeepAsync();

    /// <summary>The worker, as soon as it has started.</summary>
    /// <exception cref="TimeoutException">It did not start in time.</exception>
    /// <exception cref="HostingException">The host has given up.</exception>
    public Task<RunningWorker> ReadyAsync(CancellationToken cancellationToken) => ready.Task.WaitAsync(StartPatience, options.Clock, cancellationToken);

    /// <summary>Asks the worker to end, and kills it when <paramref name="limit"/> is cancelled first. It is not started again.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        Current?.Terminate(options.DrainLimit);
        using var killing = limit.Register(() => process?.Kill());
        await Keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        process?.Dispose();
        stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task KeepAsync()
    {
        var (failures, pause) = (0, FirstPause);
        while (!stopping.IsCancellationRequested)
        {
            (failures, pause) = await LiveAsync() ? (0, FirstPause) : (failures + 1, pause * 2 < LongestPause ? pause * 2 : LongestPause);
            if (failures == StartsAllowed)
            {
                var failure = new HostingException($"The worker failed to start {StartsAllowed} times in a row; the host gives up.");
                ready.TrySetException(failure);
                throw failure;
            }

            await Task.Delay(pause, options.Clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // One process from start to exit; true when it got ready.
    private async Task<bool> LiveAsync()
    {
        var began = options.Clock.GetTimestamp();
        var id = options.NewId().ToString();
        var connected = site.ConnectedAsync(id);
        process?.Dispose();
        var life = process = WorkerProcess.Start(app, site.Port, id, log);
        var worker = await StartedAsync(life, connected);
        if (worker is not null)
        {
            log.Information("Host", $"Worker {life.Id} is ready after {options.Clock.GetElapsedTime(began).TotalMilliseconds:F0} ms.");
            ready.TrySetResult(worker);
            await Task.WhenAny(life.Exited, worker.Stream.Closed);
            ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // At a stop the worker ends by itself; StopAsync kills it when the drain limit is over.
        if (worker is null || !stopping.IsCancellationRequested)
        {
            life.Kill();
        }

        log.Information("Host", $"Worker {life.Id} ended with exit code {await life.Exited}.");
        return worker is not null;
    }

    private async Task<RunningWorker?> StartedAsync(WorkerProcess life, Task<WorkerStream> connected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        patience.CancelAfter(StartPatience);
        try
        {
            await Task.WhenAny(connected, life.Exited).WaitAsync(patience.Token);
            return connected.IsCompleted
                ? await RunningWorker.StartAsync(life, await connected, app, options.NewId, patience.Token)
                : throw new IOException("it ended before it connected.");
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            log.Error("Host", $"Worker {life.Id} did not start: {failure.Message}");
            return null;
        }
    }
}
