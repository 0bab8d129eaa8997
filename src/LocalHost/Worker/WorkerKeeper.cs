using Ita.LocalHost.App;

namespace Ita.LocalHost.Worker;

/// <summary>Keeps one worker running: starts it, and starts it again when it ended.</summary>
internal sealed class WorkerKeeper(AppFolder app, WorkerSite site, HostLog log, TimeProvider clock, Func<Guid> newId) : IAsyncDisposable
{
    /// <summary>Failed starts in a row after which the host gives up, as the genuine host does.</summary>
    private const int StartsAllowed = 3;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource<RunningWorker> ready = NewReady();
    private volatile WorkerProcess? process;
    private Task keeping = Task.CompletedTask;

    /// <summary>Fails with <see cref="WorkerFailedException"/> when the host gives up; never succeeds.</summary>
    public Task Failed => failed.Task;

    public int? ProcessId => process?.Id;

    /// <summary>The worker that runs now; null while it starts.</summary>
    public RunningWorker? Current => ready.Task.IsCompletedSuccessfully ? ready.Task.Result : null;

    public void Start()
    {
        keeping = KeepAsync();
        keeping.ContinueWith(ended => Fail(new("The worker cannot be started.", ended.Exception)), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>The worker, as soon as it has started.</summary>
    /// <exception cref="TimeoutException">It did not start in time.</exception>
    /// <exception cref="WorkerFailedException">The host has given up.</exception>
    public Task<RunningWorker> ReadyAsync(CancellationToken cancellationToken) => ready.Task.WaitAsync(ConnectPatience, clock, cancellationToken);

    /// <summary>Asks the worker to end, and kills it when <paramref name="limit"/> is cancelled first. It is not started again.</summary>
    public async Task StopAsync(TimeSpan grace, CancellationToken limit)
    {
        await stopping.CancelAsync();
        Current?.Terminate(grace);
        if (process is { } last)
        {
            await Task.WhenAny(last.Exited, Task.Delay(Timeout.Infinite, limit));
            last.Kill();
        }

        await keeping;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        process?.Kill();
        await keeping;
        process?.Dispose();
        stopping.Dispose();
    }

    private static TaskCompletionSource<RunningWorker> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task KeepAsync()
    {
        var failures = 0;
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            if (await LiveAsync())
            {
                (failures, pause) = (0, FirstPause);
            }
            else if (++failures == StartsAllowed)
            {
                Fail(new($"The worker failed to start {StartsAllowed} times in a row; the host gives up."));
                return;
            }

            await Task.Delay(pause, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // One process from start to exit; true when it got ready.
    private async Task<bool> LiveAsync()
    {
        var began = clock.GetTimestamp();
        var id = newId().ToString();
        var connected = site.ConnectedAsync(id);
        var life = WorkerProcess.Start(app, site.Port, id, newId().ToString(), log);
        process?.Dispose();
        process = life;
        var worker = await StartedAsync(life, connected);
        if (worker is not null)
        {
            log.Information("Host", $"Worker {life.Id} is ready after {clock.GetElapsedTime(began).TotalMilliseconds:F0} ms.");
            ready.TrySetResult(worker);
            await Task.WhenAny(life.Exited, worker.Stream.Closed);
            ready = NewReady();
        }

        await EndAsync(life);
        return worker is not null;
    }

    private async Task<RunningWorker?> StartedAsync(WorkerProcess life, Task<WorkerStream> connected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        patience.CancelAfter(ConnectPatience);
        try
        {
            await Task.WhenAny(connected, life.Exited).WaitAsync(patience.Token);
            return connected.IsCompleted
                ? await RunningWorker.StartAsync(life, await connected, app, newId, patience.Token)
                : throw new IOException("it ended before it connected.");
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or WorkerFailedException or AppFolderException)
        {
            log.Error("Host", $"Worker {life.Id} did not start: {failure.Message}");
            return null;
        }
    }

    // At a stop the worker has a grace period; StopAsync kills it when that is over.
    private async Task EndAsync(WorkerProcess life)
    {
        if (!stopping.IsCancellationRequested)
        {
            life.Kill();
        }

        log.Information("Host", $"Worker {life.Id} ended with exit code {await life.Exited}.");
    }

    private void Fail(WorkerFailedException failure)
    {
        log.Error("Host", failure.Message);
        failed.TrySetException(failure);
        ready.TrySetException(failure);
    }
}
