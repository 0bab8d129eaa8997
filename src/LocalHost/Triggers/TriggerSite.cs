using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Timers;

namespace Ita.LocalHost.Triggers;

/// <summary>All functions that are not called by HTTP: the queues and blobs of the WebJobs SDK, blob events and timers.</summary>
internal sealed class TriggerSite : IAsyncDisposable
{
    private readonly AppFolder app;
    private readonly IReadOnlyList<Function> functions;
    private readonly JobSite jobs;
    private readonly BlobEvents events;
    private readonly IReadOnlyList<TimerTrigger> timers;
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public TriggerSite(AppFolder app, IReadOnlyList<Function> functions, BridgeServices services, HostLog log, FunctionsHostOptions options)
    {
        (this.app, this.functions) = (app, functions);
        jobs = new(app, Of(Binding.QueueTrigger).Concat(Of(Binding.BlobTrigger)), services, log, options);
        events = new(jobs, log, options);
        timers = [.. Of(Binding.TimerTrigger).Select(function =>
            new TimerTrigger(function, new(function, services.Keeper, services.Invoker, log, options), jobs, log, options))];
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await jobs.StartAsync(cancellationToken);
        var announced = Of(Binding.BlobTrigger).Where(function => function.Trigger.Has("source", "EventGrid"));
        running = Task.WhenAll([
            .. announced.Select(function => events.RunAsync(function, stopping.Token)),
            .. timers.Select(timer => timer.RunAsync(stopping.Token))]);
    }

    /// <summary>Fails when a trigger ended by a failure.</summary>
    public Task Running => running;

    /// <summary>Runs a function once by hand; null when there is none of this name.</summary>
    public Task? CallByHand(string name, string input) =>
        timers.FirstOrDefault(timer => Is(timer.Function, name)) is { } found ? found.RunByHandAsync()
        : functions.FirstOrDefault(function => Is(function, name)) is { } other ? jobs.CallAsync(other, input)
        : null;

    /// <summary>Takes no new work and waits for the functions that run.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(jobs.StopAsync(limit), running).WaitAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await jobs.DisposeAsync();
        stopping.Dispose();
    }

    private static bool Is(Function function, string name) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Function> Of(string trigger) => functions.Where(function => function.Trigger.Has("type", trigger));

    // On Azure the deployment creates them. A connection that is no connection string is a real account.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var trigger in Of(Binding.QueueTrigger).Select(function => function.Trigger))
        {
            if (app.Settings.ConnectionString(trigger["connection"]) is { } connection)
            {
                await new QueueClient(connection, jobs.Expand(trigger["queueName"]!)).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
        }

        foreach (var trigger in Of(Binding.BlobTrigger).Select(function => function.Trigger))
        {
            if (app.Settings.ConnectionString(trigger["connection"]) is not null)
            {
                var container = jobs.Expand(trigger.BlobPath).Split('/')[0];
                await jobs.Blobs(trigger["connection"]).GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }
}
