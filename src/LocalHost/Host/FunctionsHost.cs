using Ita.LocalHost.Http;
using Ita.LocalHost.Triggers;
using Ita.LocalHost.Worker;

namespace Ita.LocalHost.Host;

/// <summary>
/// A running stand-in for the Azure Functions host: the worker's process, the public port and the triggers.
/// Disposing it waits for requests and functions, and then stops the worker.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly FunctionsHostOptions options;
    private readonly AppFolder app;
    private readonly HostLog log;
    private readonly ILoggerFactory loggers;
    private readonly WorkerServer workers;
    private readonly WorkerSupervisor supervisor;
    private readonly Invoker invoker;
    private readonly PublicServer site;
    private readonly HttpFunctions http;
    private TriggerHost? triggers;
    private bool isDisposed;

    private FunctionsHost(FunctionsHostOptions options)
    {
        this.options = options;
        app = new(options.AppFolder, options.Settings);
        log = new(options.Log, options.Clock);
        loggers = LoggerFactory.Create(logging => logging.AddConfiguration(app.Logging).AddProvider(log).AddQuietFilters());
        workers = new(loggers.LogWorker);
        supervisor = new(app, workers, log, options);
        invoker = new(app.FunctionTimeout, log, options);
        site = new(app, options);
        http = new(site.Forwarder, supervisor, invoker, log, options);
    }

    /// <summary>The public address, for example <c>http://localhost:7071</c>.</summary>
    public Uri Address => site.Address;

    /// <summary>The address of the worker's HTTP server; it changes when the worker is restarted.</summary>
    public Uri WorkerAddress => supervisor.Current?.Http ?? throw new InvalidOperationException("The worker is starting.");

    /// <summary>The process id of the worker; it changes when the worker is restarted.</summary>
    public int WorkerProcessId => supervisor.ProcessId ?? throw new InvalidOperationException("The worker has not been started.");

    /// <summary>Fails with <see cref="HostingException"/> when the host gives up; completes when the host is disposed.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the worker, waits until it has loaded its functions, and then opens the public port and, after it, the triggers.</summary>
    /// <exception cref="HostingException">The app cannot be hosted, or its worker did not start.</exception>
    /// <exception cref="Azure.RequestFailedException">The storage refused to create a queue or container.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = new FunctionsHost(options);
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

    /// <summary>Waits for requests and functions, and then stops the worker. The worker is killed at the drain limit.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        using var limit = new CancellationTokenSource(options.DrainLimit, options.Clock);
        await DrainAsync("The public port", site.StopAsync(limit.Token));
        await DrainAsync("Triggers", triggers?.StopAsync(limit.Token) ?? Task.CompletedTask);
        await supervisor.StopAsync(limit.Token);
        foreach (var part in new IAsyncDisposable?[] { site, triggers, workers, supervisor })
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        http.Dispose();
        loggers.Dispose();
    }

    private async Task DrainAsync(string what, Task stopped)
    {
        try
        {
            await stopped;
        }
        catch (Exception failure) when (failure is OperationCanceledException or Azure.RequestFailedException)
        {
            log.Warning("Host", $"{what} did not stop in time: {failure.Message}");
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await workers.StartAsync(cancellationToken);
        supervisor.Start();
        var starting = supervisor.ReadyAsync(cancellationToken);
        await await Task.WhenAny(starting, supervisor.Running);
        var functions = (await starting).Functions;
        await site.StartAsync(functions, http, (name, input) => triggers?.Start(name, input) ?? false, cancellationToken);
        if (functions.Any(function => function.Type != Function.HttpTrigger))
        {
            triggers = new(app, functions, supervisor, invoker, log, options);
            await triggers.StartAsync(cancellationToken);
        }

        Completion = WatchAsync();
    }

    private async Task WatchAsync()
    {
        await await Task.WhenAny(supervisor.Running, triggers?.Running ?? supervisor.Running);
        await supervisor.Running;
    }
}
