using System.Net;
using Ita.LocalHost.App;
using Ita.LocalHost.Invocations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary>
/// What the host shows at its public port: its own pages, and HTTP functions below the route prefix. Nothing else
/// reaches the handler, so its invocation endpoints at the root stay hidden (contract.md, section 4).
/// </summary>
internal sealed class PublicSite : IAsyncDisposable
{
    /// <summary>The app setting with which a host takes larger bodies than its 100 MiB.</summary>
    public const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>100 MiB, in bytes.</summary>
    public const long UsualBodyLimit = 104_857_600;

    private readonly WebApplication web;
    private readonly RouteTable routes;
    private readonly AdminPages admin;
    private readonly Calls calls;
    private readonly IHttpWay way;
    private readonly long largestBody;

    public PublicSite(int port, long largestBody, HttpMode mode, RouteTable routes, AdminPages admin, Calls calls)
    {
        (this.routes, this.admin, this.calls, this.largestBody) = (routes, admin, calls, largestBody);
        web = Build(port, largestBody);
        way = mode == HttpMode.Proxying ? new ProxyingWay(web.Services.GetRequiredService<IHttpForwarder>()) : new ForwardingWay();
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

    public Task StartAsync(CancellationToken stop) => web.StartAsync(stop);

    /// <summary>Lets go of callers that are still sending after a second; there is nobody left to read them.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await web.StopAsync(patience.Token);
        await web.DisposeAsync();
    }

    private static WebApplication Build(int port, long largestBody)
    {
        // Empty: LocalHost's own server must not read the ASPNETCORE_ variables it sets as traps for the handler.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            Listen(kestrel, port);
        });
        builder.Services.AddHttpForwarder();
        return builder.Build();
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, int port)
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

        if (context.Request.Path.Value is "/" or "")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return routes.Match(context.Request.Method, context.Request.Path) is { } function
            ? CallAsync(context, function)
            : StatusAsync(context, StatusCodes.Status404NotFound);
    }

    private async Task CallAsync(HttpContext context, FunctionDefinition function)
    {
        if (context.Request.ContentLength > largestBody)
        {
            await StatusAsync(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        var outcome = await calls.RunAsync(function, call => way.SendAsync(context, call), context.RequestAborted);
        if (!outcome.Succeeded && !context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status200OK)
        {
            await StatusAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
