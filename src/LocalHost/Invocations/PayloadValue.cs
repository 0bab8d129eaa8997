using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Invocations;

/// <summary>
/// A value on its way to the handler. Which JSON it becomes depends on its .NET type in the host
/// (contract.md, section 2, value mapping).
/// </summary>
internal abstract record PayloadValue
{
    public abstract void Write(Utf8JsonWriter json);
}

/// <summary>byte[]: one base64 string.</summary>
internal sealed record BytesValue(ReadOnlyMemory<byte> Bytes) : PayloadValue
{
    public override void Write(Utf8JsonWriter json) => json.WriteBase64StringValue(Bytes.Span);
}

/// <summary>string, Guid, Uri: a JSON string that holds JSON text, so quotes within quotes.</summary>
internal sealed record TextValue(string Text) : PayloadValue
{
    public override void Write(Utf8JsonWriter json) => json.WriteStringValue(JsonSerializer.Serialize(Text, JsonText.Plain));
}

/// <summary>A number: a JSON string that holds the number.</summary>
internal sealed record NumberValue(long Number) : PayloadValue
{
    public override void Write(Utf8JsonWriter json) => json.WriteStringValue(Number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>DateTimeOffset: an ISO string, its fractions of a second lost.</summary>
internal sealed record TimeValue(DateTimeOffset Time) : PayloadValue
{
    public override void Write(Utf8JsonWriter json) =>
        json.WriteStringValue(Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}

/// <summary>An object: as it is.</summary>
internal sealed record NodeValue(JsonNode Node) : PayloadValue
{
    public override void Write(Utf8JsonWriter json) => Node.WriteTo(json, JsonText.Plain);
}
