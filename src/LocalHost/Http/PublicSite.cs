using System.Globalization;
using System.Net;
using Ita.LocalHost.App;
using Ita.LocalHost.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary>The public port: HTTP functions below the route prefix, and the host's own pages.</summary>
internal sealed class PublicSite : IAsyncDisposable
{
    /// <summary>100 MiB, as the genuine host.</summary>
    private const long UsualBodyLimit = 104_857_600;

    private readonly WebApplication web;
    private readonly HttpFunctions functions;
    private readonly AdminPages admin;
    private readonly long largestBody;
    private RouteTable routes = new([], "");

    public PublicSite(AppFolder app, WorkerKeeper keeper, Invoker invoker, AdminPages admin, HostLog log, FunctionsHostOptions options)
    {
        this.admin = admin;
        largestBody = app.Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] is { } limit ? long.Parse(limit, CultureInfo.InvariantCulture) : UsualBodyLimit;
        web = Build(options, largestBody);
        functions = new(web.Services.GetRequiredService<IHttpForwarder>(), keeper, invoker, log, options.Clock, options.NewId);
        web.Run(AnswerAsync);
    }

    public Uri Address
    {
        get
        {
            var addresses = web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
            return new Uri($"http://localhost:{new Uri(addresses.First()).Port}");
        }
    }

    public Task StartAsync(RouteTable table, CancellationToken cancellationToken)
    {
        routes = table;
        return web.StartAsync(cancellationToken);
    }

    /// <summary>Takes no new requests and waits for those that run.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => web.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        functions.Dispose();
    }

    private static WebApplication Build(FunctionsHostOptions options, long largestBody)
    {
        // Empty: the ASPNETCORE_ variables are for the worker.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            Listen(kestrel, options.Port);
        });
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port);
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        {
            return admin.AnswerAsync(context);
        }

        if (routes.Match(context.Request.Method, context.Request.Path) is var (function, route))
        {
            return context.Request.ContentLength > largestBody
                ? StatusAsync(context, StatusCodes.Status413PayloadTooLarge)
                : functions.RunAsync(context, function, route);
        }

        return StatusAsync(context, context.Request.Path.Value is "/" or "" ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound);
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
