using System.Text.Json.Nodes;
using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.App;

/// <summary>A function as the worker described it. The indexer reads its trigger, for example <c>{"type":"queueTrigger","queueName":"ingest"}</c>.</summary>
internal sealed class Function(RpcFunctionMetadata metadata)
{
    public const string QueueTrigger = "queueTrigger";
    public const string BlobTrigger = "blobTrigger";
    public const string TimerTrigger = "timerTrigger";
    public const string HttpTrigger = "httpTrigger";

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private readonly JsonObject trigger = metadata.RawBindings.Select(json => JsonNode.Parse(json, AnyCase)!.AsObject())
        .SingleOrDefault(binding => binding["type"]?.ToString().EndsWith("Trigger", StringComparison.Ordinal) == true)
        ?? throw new HostingException($"{metadata.Name} has no trigger.");

    public RpcFunctionMetadata Metadata => metadata;

    public string Name => metadata.Name;

    public string Type => this["type"]!;

    /// <summary>The name of the parameter that gets the trigger's value.</summary>
    public string Parameter => this["name"] ?? "";

    /// <summary>The HTTP methods; empty for all.</summary>
    public IReadOnlyList<string> Methods => [.. (trigger["methods"] as JsonArray ?? []).Select(method => method!.ToString().ToUpperInvariant())];

    /// <summary>container/name of a blob trigger; the worker's packages write it under either name.</summary>
    public string BlobPath => this["path"] ?? this["blobPath"] ?? "";

    /// <summary>Whether the worker opens the message or blob by itself.</summary>
    public bool IsDeferred => string.Equals(trigger["properties"]?["supportsDeferredBinding"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    public string? this[string name] => trigger[name]?.ToString();

    public bool Has(string name, string value) => string.Equals(this[name], value, StringComparison.OrdinalIgnoreCase);
}
