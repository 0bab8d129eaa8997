using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>The parts of host.json that change what the handler sees (contract.md, section 1; conventions.md, section 4).</summary>
internal sealed record HostJson
{
    /// <summary>How long one invocation may last; null when host.json says -1, none.</summary>
    public required TimeSpan? FunctionTimeout { get; init; }

    public required HandlerDescription Handler { get; init; }

    /// <summary>What stands before every HTTP route, without slashes; <c>api</c> unless host.json says otherwise.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>How HTTP functions reach the handler; null when neither proxying nor forwarding is on.</summary>
    public required HttpMode? HttpMode { get; init; }

    public required QueueLimits Queues { get; init; }

    public required BlobLimits Blobs { get; init; }

    /// <summary>Reads host.json; a setting <c>AzureFunctionsJobHost__a__b</c> stands above its key <c>a.b</c>.</summary>
    /// <exception cref="AppFolderException">There is no host.json, or it is not of version 2.0.</exception>
    public static HostJson Read(string appFolder, Settings settings)
    {
        var path = Path.Combine(Path.GetFullPath(appFolder), "host.json");
        if (!File.Exists(path))
        {
            throw new AppFolderException($"There is no host.json in '{appFolder}'.");
        }

        var json = new ConfigurationBuilder().AddJsonFile(path).AddInMemoryCollection(Overrides(settings)).Build();
        return json["version"] == "2.0"
            ? From(json)
            : throw new AppFolderException("host.json must say \"version\": \"2.0\".");
    }

    private static HostJson From(IConfiguration json) => new()
    {
        FunctionTimeout = Timeout(json["functionTimeout"]),
        Handler = HandlerDescription.From(json.GetSection("customHandler")),
        RoutePrefix = (json["extensions:http:routePrefix"] ?? "api").Trim('/'),
        HttpMode = Mode(json.GetSection("customHandler")),
        Queues = QueueLimits.From(json.GetSection("extensions:queues")),
        Blobs = BlobLimits.From(json.GetSection("extensions:blobs")),
    };

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(Settings settings)
    {
        const string Prefix = "AzureFunctionsJobHost__";
        return settings.All
            .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(pair => new KeyValuePair<string, string?>(pair.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), pair.Value));
    }

    private static TimeSpan? Timeout(string? text) => text switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" => null,
        _ => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
    };

    private static HttpMode? Mode(IConfiguration customHandler) =>
        customHandler.GetValue("enableProxyingHttpRequest", false) ? LocalHost.HttpMode.Proxying
        : customHandler.GetValue("enableForwardingHttpRequest", false) ? LocalHost.HttpMode.Forwarding
        : null;
}
