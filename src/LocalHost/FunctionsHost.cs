using Ita.LocalHost.App;
using Ita.LocalHost.Http;
using Ita.LocalHost.Triggers;
using Ita.LocalHost.Worker;

namespace Ita.LocalHost;

/// <summary>
/// A running stand-in for the Azure Functions host: the worker's process, the public port and the triggers.
/// Disposing it stops it in order: requests and functions end, then the worker.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly AppFolder app;
    private readonly FunctionsHostOptions options;
    private readonly HostLog log;
    private readonly ILoggerFactory loggers;
    private readonly WorkerSite workers;
    private readonly WorkerKeeper keeper;
    private readonly Invoker invoker;
    private readonly PublicSite site;
    private readonly CancellationTokenSource stopping = new();
    private TriggerSite? triggers;
    private bool isDisposed;

    private FunctionsHost(AppFolder app, FunctionsHostOptions options)
    {
        (this.app, this.options) = (app, options);
        log = new HostLog(options.Log, options.Clock);
        loggers = LoggerFactory.Create(logging => logging.AddConfiguration(app.Host.Logging).AddProvider(log).AddQuietFilters());
        workers = new(loggers.LogWorker);
        keeper = new(app, workers, log, options.Clock, options.NewId);
        invoker = new(app.Host.FunctionTimeout, log, options.Clock, options.NewId);
        site = new(app, keeper, invoker, new AdminPages((name, input) => triggers?.CallByHand(name, input), log, options.Clock), log, options);
    }

    /// <summary>The public address, for example <c>http://localhost:7071</c>.</summary>
    public Uri Address => site.Address;

    /// <summary>The address of the worker's own HTTP server; another one after a restart.</summary>
    public Uri WorkerAddress => keeper.Current?.Http ?? throw new InvalidOperationException("The worker is starting.");

    /// <summary>The id of the worker's process; another one after a restart.</summary>
    public int WorkerProcessId => keeper.ProcessId ?? throw new InvalidOperationException("The worker has not been started.");

    /// <summary>Fails with <see cref="WorkerFailedException"/> when the host gives up; does not end otherwise before the host is disposed.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the worker, waits until it has loaded its functions, and then opens the public port and the triggers.</summary>
    /// <exception cref="AppFolderException">The app cannot be hosted.</exception>
    /// <exception cref="WorkerFailedException">The worker did not start.</exception>
    /// <exception cref="Azure.RequestFailedException">The storage refused to create a queue or container.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = new FunctionsHost(AppFolder.Read(options.AppFolder, options.Settings), options);
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops in order: requests and functions end, then the worker. What is left after the drain limit is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        using var limit = new CancellationTokenSource(options.DrainLimit, options.Clock);
        await stopping.CancelAsync();
        await DrainAsync("The public port", site.StopAsync(limit.Token));
        await DrainAsync("Triggers", triggers?.StopAsync(limit.Token) ?? Task.CompletedTask);
        await keeper.StopAsync(options.DrainLimit, limit.Token);
        await keeper.DisposeAsync();
        await site.DisposeAsync();
        await (triggers?.DisposeAsync() ?? ValueTask.CompletedTask);
        await workers.DisposeAsync();
        loggers.Dispose();
        stopping.Dispose();
    }

    private async Task DrainAsync(string what, Task stopped)
    {
        try
        {
            await stopped;
        }
        catch (Exception failure) when (failure is OperationCanceledException or WorkerFailedException or Azure.RequestFailedException)
        {
            log.Warning("Host", $"{what} did not end within {options.DrainLimit}: {failure.Message}");
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await workers.StartAsync(cancellationToken);
        keeper.Start();
        var worker = await keeper.ReadyAsync(cancellationToken);
        if (worker.Functions.Where(function => !function.Trigger.Has("type", Binding.HttpTrigger)).ToList() is { Count: > 0 } triggered)
        {
            triggers = new(app, triggered, new BridgeServices(keeper, invoker), log, options);
            await triggers.StartAsync(cancellationToken);
        }

        await site.StartAsync(new RouteTable(worker.Functions, app.Host.RoutePrefix), cancellationToken);
        Completion = WatchAsync();
    }

    // Triggers end only when the host stops, or with a failure; so does the keeper.
    private async Task WatchAsync()
    {
        await await Task.WhenAny(keeper.Failed, triggers?.Running ?? Task.Delay(Timeout.Infinite, stopping.Token));
        await await Task.WhenAny(keeper.Failed, Task.Delay(Timeout.Infinite, stopping.Token));
    }
}
