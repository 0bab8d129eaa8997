namespace Ita.LocalHost.App;

/// <summary>One entry of <c>bindings</c> in function.json, its <c>%SETTING%</c> tokens replaced.</summary>
internal sealed record Binding(string Type, string Name, bool IsOutput, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Methods)
{
    public const string HttpTrigger = "httpTrigger";
    public const string QueueTrigger = "queueTrigger";
    public const string BlobTrigger = "blobTrigger";
    public const string TimerTrigger = "timerTrigger";
    public const string Http = "http";
    public const string Queue = "queue";

    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <c>"dataType": "binary"</c> is set: bytes in a trigger, text left alone in an output.</summary>
    public bool IsBinary => Is("dataType", "binary");

    public string? this[string key] => Values.GetValueOrDefault(key);

    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    public bool Is(string key, string value) => string.Equals(this[key], value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A switch such as <c>useMonitor</c>; <paramref name="otherwise"/> when function.json leaves it out.</summary>
    public bool Flag(string key, bool otherwise) => this[key] is { } text ? bool.Parse(text) : otherwise;
}
