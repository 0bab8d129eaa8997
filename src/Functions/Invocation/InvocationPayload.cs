using System.Text;
using System.Text.Json;

namespace Ita.Functions.Invocation;

/// <summary>
/// What the Functions host posts for a queue, blob or timer trigger: <c>{"Data":{…},"Metadata":{…}}</c> (contract.md §2).
/// </summary>
/// <remarks>
/// Only <c>Data</c> is trusted: the host spills a message's own properties over <c>Metadata</c>. A string arrives once or twice
/// encoded depending on its type and on the host's version, so both are read.
/// </remarks>
public sealed class InvocationPayload
{
    private readonly JsonElement _data;
    private readonly JsonElement _metadata;

    private InvocationPayload(JsonElement data, JsonElement metadata)
    {
        _data = data;
        _metadata = metadata;
    }

    /// <exception cref="MalformedPayloadException">Not JSON, or without an object <c>Data</c>.</exception>
    public static async Task<InvocationPayload> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            // Not disposed: the elements live on its memory.
            var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return From(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new MalformedPayloadException("The body is not JSON.", fault);
        }
    }

    /// <summary>The bytes of a binary input: a blob's content.</summary>
    /// <exception cref="MalformedPayloadException">No such input, or not base64.</exception>
    public byte[] Bytes(string name)
    {
        var text = Unwrapped(Input(name));
        return TryBase64(text) ?? throw new MalformedPayloadException($"The input '{name}' is not base64.");
    }

    /// <summary>The text of a queue message that holds a JSON object, however often it was wrapped.</summary>
    /// <exception cref="MalformedPayloadException">No such input, or no text in it.</exception>
    public string Message(string name)
    {
        var text = Unwrapped(Input(name));
        return text.TrimStart().StartsWith('{') || TryBase64(text) is not { } bytes ? text : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A token of the trigger's path, such as <c>{name}</c>.</summary>
    /// <exception cref="MalformedPayloadException">No such token.</exception>
    public string Token(string name) => _metadata.ValueKind == JsonValueKind.Object && _metadata.TryGetProperty(name, out var value)
        ? Unwrapped(value)
        : throw new MalformedPayloadException($"The metadata has no '{name}'.");

    /// <summary>The payload's input as it came, for triggers whose input is an object.</summary>
    public JsonElement Input(string name) => _data.TryGetProperty(name, out var value)
        ? value
        : throw new MalformedPayloadException($"The data has no input '{name}'.");

    private static InvocationPayload From(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Data", out var data) && data.ValueKind == JsonValueKind.Object
            ? new(data, root.TryGetProperty("Metadata", out var metadata) ? metadata : default)
            : throw new MalformedPayloadException("The body has no object Data.");

    private static string Unwrapped(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.GetRawText();
        }

        var text = value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new MalformedPayloadException($"A string was expected, not {value.ValueKind}.");
        return text.StartsWith('"') ? InnerString(text) : text;
    }

    private static string InnerString(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text) ?? text;
        }
        catch (JsonException)
        {
            // A text that merely starts with a quotation mark.
            return text;
        }
    }

    private static byte[]? TryBase64(string text)
    {
        var bytes = new byte[((text.Length / 4) + 1) * 3];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}
