using System.Text.Json;

namespace Ita.LocalHost.App;

/// <summary>One binding, for example <c>{"type":"queueTrigger","queueName":"ingest"}</c>.</summary>
internal sealed class Binding(JsonElement json)
{
    public const string QueueTrigger = "queueTrigger";

    public const string BlobTrigger = "blobTrigger";

    public const string TimerTrigger = "timerTrigger";

    public const string HttpTrigger = "httpTrigger";

    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    public string Type => this["type"] ?? "";

    public string Name => this["name"] ?? "";

    /// <summary>The HTTP methods; empty for all.</summary>
    public IReadOnlyList<string> Methods => Find("methods") is { ValueKind: JsonValueKind.Array } methods ? [.. methods.EnumerateArray().Select(method => method.ToString())] : [];

    /// <summary>container/name of a blob trigger; the worker's packages write it under either name.</summary>
    public string BlobPath => this["path"] ?? this["blobPath"] ?? "";

    public bool IsDeferred => Find("properties") is { ValueKind: JsonValueKind.Object } properties
        && properties.TryGetProperty("supportsDeferredBinding", out var value) && Is(value.ToString(), "true");

    public string? this[string name] => Find(name)?.ToString();

    public static Binding Parse(string json) => new(JsonSerializer.Deserialize<JsonElement>(json));

    public bool Has(string name, string value) => Is(this[name], value);

    private static bool Is(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    private JsonElement? Find(string name)
    {
        foreach (var property in json.EnumerateObject().Where(property => Is(property.Name, name)))
        {
            return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        }

        return null;
    }
}
