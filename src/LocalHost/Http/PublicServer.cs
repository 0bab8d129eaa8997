using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary>The public port: HTTP functions below the route prefix, and the host's own endpoints. It listens on loopback only.</summary>
internal sealed class PublicServer : IAsyncDisposable
{
    /// <summary>100 MiB, the default of the Azure Functions host.</summary>
    private const string UsualBodyLimit = "104857600";

    private readonly AppFolder app;
    private readonly WebApplication web;
    private readonly long largestBody;

    public PublicServer(AppFolder app, FunctionsHostOptions options)
    {
        this.app = app;
        largestBody = long.Parse(app.Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] ?? UsualBodyLimit, CultureInfo.InvariantCulture);
        // An empty builder, because the ASPNETCORE_ variables are meant for the worker.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => HeaderText.Encoding;
            kestrel.ResponseHeaderEncodingSelector = _ => HeaderText.Encoding;
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            Action listen = options.Port == 0 ? () => kestrel.Listen(IPAddress.Loopback, 0) : () => kestrel.ListenLocalhost(options.Port);
            listen();
        });
        builder.Services.AddRouting().AddHttpForwarder().AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.Configure<ForwardedHeadersOptions>(TrustFrontEnd);
        builder.Services.AddLocalCallers(app.Settings);
        web = builder.Build();
        web.UseHostFiltering();
        if (app.Settings.IsTrue("ASPNETCORE_FORWARDEDHEADERS_ENABLED"))
        {
            web.UseForwardedHeaders();
        }
    }

    public IHttpForwarder Forwarder => web.Services.GetRequiredService<IHttpForwarder>();

    public Uri Address
    {
        get
        {
            var addresses = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new Uri($"http://localhost:{new Uri(addresses.First()).Port}");
        }
    }

    /// <param name="functions">The app's functions; those without an HTTP trigger are skipped.</param>
    /// <param name="http">Runs an HTTP function.</param>
    /// <param name="call">Starts a function with an input; returns false when no function has the name.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public Task StartAsync(IEnumerable<Function> functions, HttpFunctions http, Func<string, string, bool> call, CancellationToken cancellationToken)
    {
        MapOwnEndpoints(call);
        foreach (var function in functions.Where(function => function.Type == Function.HttpTrigger))
        {
            var route = $"{app.RoutePrefix}/{function["route"] ?? function.Name}";
            Task Run(HttpContext context) => context.Request.ContentLength > largestBody
                ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context)
                : http.RunAsync(context, function);
            _ = function.Methods.Count == 0 ? web.Map(route, Run) : web.MapMethods(route, function.Methods, Run);
        }

        return web.StartAsync(cancellationToken);
    }

    /// <summary>Accepts no new requests and waits for those in progress.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => web.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => web.DisposeAsync();

    // What ASP.NET Core configures in the Azure Functions host when the variable is true: the front end adds the last entry.
    private static void TrustFrontEnd(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
    }

    // These routes come before those of functions, except the root, which a function may take.
    private void MapOwnEndpoints(Func<string, string, bool> call)
    {
        web.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], () => Results.NoContent()).WithOrder(1);
        var own = web.MapGroup("").WithOrder(-1).RefuseForeignPages();
        own.Map("/admin/{**path}", () => Results.NotFound());
        own.Map("/admin/host/ping", () => Results.Ok());
        own.MapGet("/admin/host/status", () => new { state = "Running", version = RunningWorker.HostVersion });
        own.MapPost("/admin/functions/{name}", async (string name, HttpRequest request) =>
            await InputAsync(request) is not { } input ? Results.BadRequest() : call(name, input) ? Results.Accepted() : Results.NotFound());
    }

    // Null when the body is not a JSON object. A timer needs no member "input", but the object itself is required.
    private static async Task<string?> InputAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) is JsonObject body ? body["input"]?.ToString() ?? "" : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
