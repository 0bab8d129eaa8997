using System.Text.Json.Nodes;

namespace Ita.LocalHost.App;

/// <summary>A function as the worker described it.</summary>
/// <remarks>The indexer reads its trigger, for example <c>{"type":"queueTrigger","queueName":"ingest"}</c>.</remarks>
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

    /// <summary>The HTTP methods; empty when every method is accepted.</summary>
    public IReadOnlyList<string> Methods => [.. (trigger["methods"] as JsonArray ?? []).Select(method => method!.ToString().ToUpperInvariant())];

    /// <summary><c>container/name</c> of a blob trigger; the worker's packages write it under one of two names.</summary>
    public string BlobPath => this["path"] ?? this["blobPath"] ?? "";

    /// <summary>Whether the worker opens the message or blob by itself.</summary>
    public bool IsDeferred => AreEqual(trigger["properties"]?["supportsDeferredBinding"]?.ToString(), "true");

    public string? this[string name] => trigger[name]?.ToString();

    public bool Has(string name, string value) => AreEqual(this[name], value);

    private static bool AreEqual(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
