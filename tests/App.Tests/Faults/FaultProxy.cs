using System.Collections.Concurrent;
using System.Net;
using Ita.App.Runs;
using Ita.App.Web;
using Ita.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ita.App.Tests.Faults;

/// <summary>A proxy in front of the storage emulator that simulates faults of a network and a busy account. Forwards
/// everything else byte for byte, because the signature covers path and headers.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    // The order matters: tables are last.
    private static readonly string[] Services = ["Blob", "Queue", "Table"];
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(400);

    private readonly Random chance;
    private readonly Dictionary<int, Uri> targets;
    private readonly int tablePort;
    private readonly ConcurrentDictionary<Fault, int> counts = [];
    private readonly ConcurrentDictionary<string, bool> clashed = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication app;

    private FaultProxy(string connectionString, int seed)
    {
        chance = new(seed);
        var ports = FreePorts.Take(Services.Length);
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        targets = Services.Zip(ports).ToDictionary(pair => pair.Second, pair => new Uri(new Uri(parts[$"{pair.First}Endpoint"]), "/"));
        tablePort = ports[^1];
        ConnectionString = Services.Zip(ports).Aggregate(connectionString, (text, pair) =>
            text.Replace(targets[pair.Second].Authority, $"127.0.0.1:{pair.Second}", StringComparison.Ordinal));
        app = Build(ports);
        app.Run(HandleAsync);
    }

    /// <summary>The connection string of the same account through this proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>May be changed at any time.</summary>
    public FaultRates Rates { get; set; } = FaultRates.None;

    /// <summary>The number of each fault so far, as text.</summary>
    public string Told => string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));

    public int Count(Fault fault) => counts.GetValueOrDefault(fault);

    /// <param name="connectionString">Of the emulator.</param>
    /// <param name="seed">The same seed draws the same faults in the same order; which call is affected depends on the
    /// order of the calls.</param>
    public static async Task<FaultProxy> StartAsync(string connectionString, int seed)
    {
        var proxy = new FaultProxy(connectionString, seed);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private static WebApplication Build(int[] ports)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
            Array.ForEach(ports, port => kestrel.Listen(IPAddress.Loopback, port));
        });
        return builder.Build();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var call = new ProxiedCall(context, body.ToArray(), isTable: context.Connection.LocalPort == tablePort);
        var fault = Draw(call);
        counts.AddOrUpdate(fault, 1, (_, count) => count + 1);
        await (fault switch
        {
            Fault.Busy => call.RefuseAsync(HttpStatusCode.ServiceUnavailable, "ServerBusy"),
            Fault.Clash => call.ClashAsync(),
            Fault.CutBefore => call.CutAsync(),
            Fault.Slow => SlowAsync(call),
            _ => PassAsync(call, fault),
        });
    }

    private Fault Draw(ProxiedCall call)
    {
        double chance, clash;
        lock (this.chance)
        {
            (chance, clash) = (this.chance.NextDouble(), this.chance.NextDouble());
        }

        var rates = Rates;
        return call.IsOnVersion && clash < rates.Clash && clashed.TryAdd(call.Subject, true) ? Fault.Clash : rates.Drawn(chance);
    }

    private async Task SlowAsync(ProxiedCall call)
    {
        double share;
        lock (chance)
        {
            share = chance.NextDouble();
        }

        await Task.Delay(LongestDelay * share);
        await PassAsync(call, Fault.None);
    }

    // Not cancelled when the caller disconnects: storage executes a call that it has received.
    private async Task PassAsync(ProxiedCall call, Fault fault)
    {
        using var request = call.To(targets[call.Context.Connection.LocalPort]);
        using var answer = await http.SendAsync(request, CancellationToken.None);
        await (fault switch
        {
            Fault.LostAnswer => call.RefuseAsync(HttpStatusCode.InternalServerError, "InternalError"),
            Fault.CutAfter => call.CutAsync(),
            _ => call.AnswerAsync(answer),
        });
    }
}
