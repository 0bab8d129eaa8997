using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Ita.LocalHost.App;
using Ita.LocalHost.Handling;
using Ita.LocalHost.Http;
using Ita.LocalHost.Invocations;
using Ita.LocalHost.Queues;

namespace Ita.LocalHost;

/// <summary>
/// A running stand-in for the Azure Functions host: the handler's process, the public port and the triggers.
/// Dispose it to stop: polling ends, the handler is killed, what was in flight fails and will come again.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Handler handler;
    private readonly Triggers triggers;
    private readonly PublicSite site;
    private Task running = Task.CompletedTask;

    private FunctionsHost(AppFolder app, FunctionsHostOptions options)
    {
        var log = new HostLog(options.Log, options.Clock);
        var port = FreePort();
        var storage = new Storage(app.Settings);
        handler = new(() => HandlerStart.Of(app, port, options.NewId(), options.SetImageTraps), port, app.Host.Handler.InitializationTimeout, log, options.Clock);
        var calls = new Calls(handler, app.Host.FunctionTimeout, log, options.Clock, options.NewId);
        var outputs = new Outputs(storage.QueueOf, new MessageEncoding(app.Host.Queues.IsBase64));
        triggers = new(app, storage, new Invoker(calls, outputs, log, options.Clock, options.NewId), options, log);
        var admin = new AdminPages(triggers.All, log, options.Clock, options.NewId(), stopping.Token);
        site = new(options.Port, BodyLimit(app), app.Host.HttpMode ?? HttpMode.Proxying, new RouteTable(app.Functions, app.Host.RoutePrefix), admin, calls);
    }

    /// <summary>The public address, for example <c>http://localhost:7071</c>.</summary>
    public Uri Address => site.Address;

    /// <summary>The handler's port on 127.0.0.1; the same over restarts.</summary>
    public int HandlerPort => handler.Port;

    /// <summary>The id of the handler's process as it lives now; another one after a restart.</summary>
    public int WorkerProcessId => handler.ProcessId ?? throw new InvalidOperationException("The handler has not been started.");

    /// <summary>
    /// Fails when the host has to shut down by itself, with <see cref="HandlerFailedException"/> if the handler failed too often.
    /// It does not end otherwise before the host is disposed.
    /// </summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the handler, waits until it answers, and then opens the public port and the triggers.</summary>
    /// <exception cref="AppFolderException">The app breaks a rule of the host.</exception>
    /// <exception cref="HandlerFailedException">The handler did not come up.</exception>
    /// <exception cref="Azure.RequestFailedException">The storage refused to create a queue or container.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = new FunctionsHost(Read(options), options);
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

    /// <summary>Stops the host. The handler gets SIGKILL, as from the real host, and no time to say goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await handler.DisposeAsync();
        await site.DisposeAsync();

        // Its failure, if any, is told by Completion.
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private static AppFolder Read(FunctionsHostOptions options)
    {
        var app = AppFolder.Read(options.AppFolder, options.Settings);
        var mode = options.HttpMode ?? app.Host.HttpMode;
        if (mode is null && app.Functions.Any(function => function.IsHttp))
        {
            throw new AppFolderException("host.json turns neither enableProxyingHttpRequest nor enableForwardingHttpRequest on; LocalHost has no payload mode for HTTP.");
        }

        var queues = app.Host.Queues with
        {
            VisibilityTimeout = options.QueueVisibilityTimeout ?? app.Host.Queues.VisibilityTimeout,
            MaxPollingInterval = options.QueuePollingInterval ?? app.Host.Queues.MaxPollingInterval,
            Lease = options.QueueLease ?? app.Host.Queues.Lease,
        };
        return app with { Host = app.Host with { HttpMode = mode, Queues = queues } };
    }

    private async Task StartAsync(CancellationToken stop)
    {
        handler.Start();
        await OrFailedAsync(Task.WhenAll(triggers.PrepareAsync(stop), handler.ReadyAsync(stop)));
        await site.StartAsync(stop);
        running = triggers.RunAsync(stopping.Token);
        Completion = WatchAsync();
    }

    private async Task OrFailedAsync(Task work) => await await Task.WhenAny(work, handler.Failed);

    // Triggers end only when the host stops, or with a failure; an app of HTTP functions alone has none.
    private async Task WatchAsync()
    {
        await OrFailedAsync(running);
        await Task.WhenAny(handler.Failed, Task.Delay(Timeout.Infinite, stopping.Token)).Unwrap();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static long BodyLimit(AppFolder app) => app.Settings[PublicSite.BodyLimitSetting] is { } limit
        ? long.Parse(limit, CultureInfo.InvariantCulture)
        : PublicSite.UsualBodyLimit;
}
