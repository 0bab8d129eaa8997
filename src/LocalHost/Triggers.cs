using Ita.LocalHost.App;
using Ita.LocalHost.Blobs;
using Ita.LocalHost.Invocations;
using Ita.LocalHost.Queues;
using Ita.LocalHost.Timers;

namespace Ita.LocalHost;

/// <summary>All triggers of an app that run by themselves.</summary>
internal sealed class Triggers
{
    private readonly AppFolder app;
    private readonly Storage storage;

    public Triggers(AppFolder app, Storage storage, Invoker invoker, FunctionsHostOptions options, HostLog log)
    {
        (this.app, this.storage) = (app, storage);
        All = [.. app.Functions.Where(function => !function.IsHttp).Select(Made)];

        ITrigger Made(FunctionDefinition function) => function.Trigger switch
        {
            var trigger when trigger.Is(Binding.QueueTrigger) => new QueueTrigger(function, storage, app.Host.Queues, invoker, log, options.Clock),
            var trigger when trigger.Is(Binding.BlobTrigger) =>
                new BlobTrigger(function, storage, app.Host, options.BlobPollingInterval, invoker, log, options.Clock),
            _ => new TimerTrigger(function, storage, invoker, log, options.Clock),
        };
    }

    public IReadOnlyList<ITrigger> All { get; }

    /// <summary>Creates queues and containers that are missing, those of outputs too.</summary>
    public Task PrepareAsync(CancellationToken stop)
    {
        var outputs = app.Functions.SelectMany(function => function.QueueOutputs)
            .DistinctBy(output => (output["connection"], output["queueName"]))
            .Select(output => (Task)storage.QueueOf(output).CreateIfNotExistsAsync(cancellationToken: stop));
        return Task.WhenAll([.. All.Select(trigger => trigger.PrepareAsync(stop)), .. outputs]);
    }

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(All.Select(trigger => trigger.RunAsync(stop)));
}
