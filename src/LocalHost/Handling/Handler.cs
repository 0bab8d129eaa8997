using System.ComponentModel;
using System.Diagnostics;

namespace Ita.LocalHost.Handling;

/// <summary>
/// The one handler process of a host: started, watched and started again by the rules of contract.md, section 1.
/// </summary>
internal sealed class Handler(Func<ProcessStartInfo> start, int port, TimeSpan initializationTimeout, HostLog log, TimeProvider clock)
    : IAsyncDisposable
{
    private readonly ExitRule rule = new(clock);
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource<HandlerProcess> ready = NewReady();
    private volatile HandlerProcess? current;
    private volatile bool stopping;
    private Task watching = Task.CompletedTask;

    public int Port => port;

    public HandlerLine Line { get; } = new(port);

    public int? ProcessId => current?.Id;

    /// <summary>Fails with <see cref="HandlerFailedException"/> when the host has to shut down; never succeeds.</summary>
    public Task Failed => failed.Task;

    public void Start() => watching = WatchAsync();

    /// <summary>
    /// The process, once it answers. Waits through restarts, at most (3 + 1) x initializationTimeout; then the host shuts down.
    /// </summary>
    /// <exception cref="HandlerFailedException">The host shuts down.</exception>
    public async Task<HandlerProcess> ReadyAsync(CancellationToken stop)
    {
        var limit = 4 * initializationTimeout;
        try
        {
            return await ready.Task.WaitAsync(limit, clock, stop);
        }
        catch (TimeoutException overdue)
        {
            var failure = new HandlerFailedException($"The handler did not get ready within {limit}.", overdue);
            Fail(failure);
            throw failure;
        }
    }

    /// <summary>Kills this life of the handler; the next one starts by itself. Not counted as an error.</summary>
    public void Restart(HandlerProcess process)
    {
        Retire(process);
        process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        stopping = true;
        current?.Kill();
        await watching;
        current?.Dispose();
        Line.Dispose();
    }

    private static TaskCompletionSource<HandlerProcess> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WatchAsync()
    {
        var next = AfterExit.Restart;
        while (next == AfterExit.Restart && !stopping)
        {
            current?.Dispose();
            next = await LiveAsync();
        }

        if (next == AfterExit.ShutDown && !stopping)
        {
            Fail(new("The handler failed three times within 30 minutes; the host shuts down."));
        }
    }

    private async Task<AfterExit> LiveAsync()
    {
        var process = new HandlerProcess(start(), log);
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            Fail(new("The handler cannot be started.", missing));
            return AfterExit.LeaveDead;
        }

        current = process;
        return await LiveAsync(process);
    }

    private async Task<AfterExit> LiveAsync(HandlerProcess process)
    {
        if (stopping)
        {
            process.Kill();
        }

        var began = clock.GetTimestamp();
        var answers = await process.AnswersWithinAsync(initializationTimeout, Line, clock);
        if (!answers && !process.Gone.IsCancellationRequested)
        {
            return await GiveUpAsync(process);
        }

        if (answers)
        {
            log.Information("Host", $"Handler {process.Id} answers on port {port} after {clock.GetElapsedTime(began).TotalMilliseconds:F0} ms.");
            ready.TrySetResult(process);
        }

        return await AfterExitAsync(process);
    }

    private async Task<AfterExit> GiveUpAsync(HandlerProcess process)
    {
        log.Error("Host", "TimeoutException: Initializing HttpWorker timed out.");
        process.Kill();
        await process.Exited;
        return rule.Failed();
    }

    private async Task<AfterExit> AfterExitAsync(HandlerProcess process)
    {
        var exitCode = await process.Exited;
        var next = process.WasKilled ? AfterExit.Restart : rule.Exited(exitCode);
        log.Warning("Host", $"Handler {process.Id} ended with exit code {exitCode}: {Said(next, process.WasKilled)}");

        // A dead handler stays "ready": the host goes on calling it and every call fails.
        if (next != AfterExit.LeaveDead)
        {
            Retire(process);
        }

        process.Settle();
        return next;
    }

    // From now on callers wait for the next life.
    private void Retire(HandlerProcess process)
    {
        if (ready.Task is { IsCompletedSuccessfully: true } known && known.Result == process)
        {
            ready = NewReady();
        }
    }

    private static string Said(AfterExit next, bool killed) => next switch
    {
        AfterExit.LeaveDead => "the host does nothing, the app is dead until the host starts again.",
        AfterExit.ShutDown => "third error within 30 minutes, the host shuts down.",
        _ => killed ? "killed by the host." : "restarting.",
    };

    private void Fail(HandlerFailedException failure)
    {
        log.Error("Host", failure.Message);
        failed.TrySetException(failure);

        // Nobody need wait any longer.
        ready.TrySetException(failure);
    }
}
