using System.Text.Json.Nodes;

namespace Ita.LocalHost.App;

/// <summary>One binding, for example <c>{"type":"queueTrigger","queueName":"ingest"}</c>.</summary>
internal sealed class Binding(JsonObject json)
{
    public const string QueueTrigger = "queueTrigger";
    public const string BlobTrigger = "blobTrigger";
    public const string TimerTrigger = "timerTrigger";
    public const string HttpTrigger = "httpTrigger";

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public string Type => this["type"] ?? "";

    public string Name => this["name"] ?? "";

    /// <summary>The HTTP methods; empty for all.</summary>
    public IReadOnlyList<string> Methods => json["methods"] is JsonArray methods ? [.. methods.Select(method => method!.ToString().ToUpperInvariant())] : [];

    /// <summary>container/name of a blob trigger; the worker's packages write it under either name.</summary>
    public string BlobPath => this["path"] ?? this["blobPath"] ?? "";

    public bool IsEventGrid => Has("source", "EventGrid");

    /// <summary>Whether the worker opens the message or blob by itself.</summary>
    public bool IsDeferred => string.Equals(json["properties"]?["supportsDeferredBinding"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    public string? this[string name] => json[name]?.ToString();

    public static Binding Parse(string json) => new(JsonNode.Parse(json, AnyCase)!.AsObject());

    public bool Has(string name, string value) => string.Equals(this[name], value, StringComparison.OrdinalIgnoreCase);
}
