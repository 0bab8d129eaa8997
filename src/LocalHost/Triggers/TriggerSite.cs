using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Timers;
using Ita.LocalHost.Worker;

namespace Ita.LocalHost.Triggers;

/// <summary>All functions that are not called by HTTP: the queues and blobs of the WebJobs SDK, blob events and timers.</summary>
internal sealed class TriggerSite : IAsyncDisposable
{
    private readonly AppFolder app;
    private readonly HostLog log;
    private readonly JobSite jobs;
    private readonly BlobEvents events;
    private readonly List<Function> queues;
    private readonly List<Function> blobs;
    private readonly List<TimerTrigger> timers;
    private readonly CancellationTokenSource stopping = new();
    private Task[] parts = [];

    public TriggerSite(AppFolder app, IReadOnlyList<Function> functions, WorkerKeeper keeper, Invoker invoker, HostLog log, FunctionsHostOptions options)
    {
        (this.app, this.log) = (app, log);
        queues = Of(Binding.QueueTrigger);
        blobs = Of(Binding.BlobTrigger);
        jobs = new(app, EmittedFunctions.Make([.. queues, .. blobs]), new BridgeActivator(keeper, invoker), log, options);
        events = new(jobs, log, options);
        timers = [.. Of(Binding.TimerTrigger).Select(function => new TimerTrigger(function, new(function, keeper, invoker, log, options), jobs, log, options))];

        List<Function> Of(string trigger) => [.. functions.Where(function => function.Trigger.Type == trigger)];
    }

    /// <summary>Fails as soon as a trigger failed outside of its function; ends otherwise when all have stopped.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await jobs.StartAsync(cancellationToken);
        parts =
        [
            UntilStoppedAsync(),
            .. blobs.Where(function => function.Trigger.IsEventGrid).Select(function => events.RunAsync(function, stopping.Token)),
            .. timers.Select(timer => timer.RunAsync(stopping.Token)),
        ];
        Running = FirstFailureAsync();
    }

    /// <summary>Starts a function by hand, without waiting for it; false when there is none of this name.</summary>
    public bool CallByHand(string name, string input)
    {
        bool Is(Function function) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        var running = timers.Find(timer => Is(timer.Function))?.RunByHandAsync()
            ?? ((queues.Find(Is) ?? blobs.Find(Is)) is { } function ? jobs.CallAsync(function, input) : null);
        running?.ContinueWith(
            ended => log.Error($"Function.{name}", $"The start by hand failed: {ended.Exception!.InnerException!.Message}"),
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return running is not null;
    }

    /// <summary>Takes no new work and waits for the functions that run.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(jobs.StopAsync(limit), EndedAsync()).WaitAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        await jobs.DisposeAsync();
        stopping.Dispose();
    }

    private async Task FirstFailureAsync()
    {
        await foreach (var ended in Task.WhenEach(parts))
        {
            await ended;
        }
    }

    // A failure was reported by Running.
    private async Task EndedAsync() => await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task UntilStoppedAsync()
    {
        var stopped = Task.Delay(Timeout.Infinite, stopping.Token);
        if (await Task.WhenAny(stopped, jobs.Failed) == jobs.Failed)
        {
            await jobs.Failed;
        }
    }

    // On Azure the deployment creates them. A connection without a connection string is a real account.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var trigger in queues.Concat(blobs).Select(function => function.Trigger))
        {
            if (app.Settings.ConnectionString(trigger["connection"]) is not { } connection)
            {
                continue;
            }

            await (trigger.Type == Binding.QueueTrigger
                ? new QueueClient(connection, jobs.Expand(trigger["queueName"]!)).CreateIfNotExistsAsync(cancellationToken: cancellationToken)
                : (Task)jobs.Blobs(trigger["connection"]).GetBlobContainerClient(jobs.Expand(trigger.BlobPath).Split('/')[0])
                    .CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        }
    }
}
