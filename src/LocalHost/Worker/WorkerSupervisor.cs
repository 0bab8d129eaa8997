namespace Ita.LocalHost.Worker;

/// <summary>Keeps one worker process running: starts it, and starts it again when it has ended.</summary>
internal sealed class WorkerSupervisor(AppFolder app, WorkerServer site, HostLog log, FunctionsHostOptions options) : IAsyncDisposable
{
    /// <summary>The number of failed starts in a row after which the host gives up; the Azure Functions host has the same limit.</summary>
    private const int StartsAllowed = 3;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private volatile TaskCompletionSource<RunningWorker> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkerProcess? process;

    /// <summary>Fails with <see cref="HostingException"/> when the host gives up; completes when the host stops.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public int? ProcessId => process?.Id;

    /// <summary>The worker that runs now; null while it starts.</summary>
    public RunningWorker? Current => ready.Task.IsCompletedSuccessfully ? ready.Task.Result : null;

    public void Start() => Running = RunAsync();

    /// <summary>The worker, as soon as it has started.</summary>
    /// <exception cref="TimeoutException">It did not start in time.</exception>
    /// <exception cref="HostingException">The host has given up.</exception>
    public Task<RunningWorker> ReadyAsync(CancellationToken cancellationToken) =>
        ready.Task.WaitAsync(StartLimit, options.Clock, cancellationToken);

    /// <summary>Asks the worker to end, and kills it when <paramref name="limit"/> is cancelled first. It is not started again.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        Current?.Terminate(options.DrainLimit);
        using var killing = limit.Register(() => process?.Kill());
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        process?.Dispose();
        stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync()
    {
        var (failures, pause) = (0, FirstPause);
        while (!stopping.IsCancellationRequested)
        {
            (failures, pause) = await RunOnceAsync() ? (0, FirstPause) : (failures + 1, pause * 2 < LongestPause ? pause * 2 : LongestPause);
            if (failures == StartsAllowed)
            {
                var failure = new HostingException($"The worker failed to start {StartsAllowed} times in a row; the host gives up.");
                ready.TrySetException(failure);
                throw failure;
            }

            await Task.Delay(pause, options.Clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Runs one process from start to exit; returns whether it became ready.
    private async Task<bool> RunOnceAsync()
    {
        var began = options.Clock.GetTimestamp();
        var id = options.NewId().ToString();
        var connected = site.ConnectedAsync(id);
        process?.Dispose();
        var started = process = WorkerProcess.Start(app, site.Port, id, log);
        var worker = await StartedAsync(started, connected);
        if (worker is not null)
        {
            log.Information("Host", $"Worker {started.Id} is ready after {options.Clock.GetElapsedTime(began).TotalMilliseconds:F0} ms.");
            ready.TrySetResult(worker);
            await Task.WhenAny(started.Exited, worker.Stream.Closed);
            ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // When the host stops, the worker ends by itself; StopAsync kills it at the drain limit.
        if (worker is null || !stopping.IsCancellationRequested)
        {
            started.Kill();
        }

        log.Information("Host", $"Worker {started.Id} ended with exit code {await started.Exited}.");
        return worker is not null;
    }

    private async Task<RunningWorker?> StartedAsync(WorkerProcess started, Task<WorkerStream> connected)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        timeout.CancelAfter(StartLimit);
        try
        {
            await Task.WhenAny(connected, started.Exited).WaitAsync(timeout.Token);
            return connected.IsCompleted
                ? await RunningWorker.StartAsync(started, await connected, app, options.NewId, timeout.Token)
                : throw new IOException("it ended before it connected");
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            log.Error("Host", $"Worker {started.Id} did not start: {failure.Message}");
            return null;
        }
    }
}
