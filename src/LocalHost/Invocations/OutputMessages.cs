using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Invocations;

/// <summary>
/// The messages one queue output becomes (contract.md, section 3, outputs). Only base64 is byte-exact: other JSON is
/// parsed and printed again, and an array is one message each.
/// </summary>
internal static class OutputMessages
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(JsonNode? output, bool isBinary) => output switch
    {
        null => [],
        JsonArray several => [.. several.Where(item => item is not null).Select(item => One(item!))],
        JsonValue value when value.GetValueKind() == JsonValueKind.String => OfText(value.GetValue<string>(), isBinary),
        _ => [One(output)],
    };

    private static IReadOnlyList<ReadOnlyMemory<byte>> OfText(string text, bool isBinary)
    {
        // Whatever happens to be valid base64 is decoded, "done" and "2026" too.
        if (!isBinary && Base64.Decode(text) is { } bytes)
        {
            return [bytes];
        }

        return Parsed(text) is { } json and (JsonObject or JsonArray) ? Of(json, isBinary) : [Utf8(text)];
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Plain text.
            return null;
        }
    }

    private static ReadOnlyMemory<byte> One(JsonNode node) => Utf8(node switch
    {
        JsonObject or JsonArray => Reprinted(node)!.ToJsonString(JsonText.Indented),
        _ => node.ToString(),
    });

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static JsonNode? Reprinted(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.Select(item => KeyValuePair.Create(item.Key, Reprinted(item.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reprinted)]),
        JsonValue value => ReprintedValue(value),
        _ => null,
    };

    // Fractions go through double and dates to UTC, as Newtonsoft.Json does it.
    private static JsonNode ReprintedValue(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number when value.ToJsonString().AsSpan().ContainsAny(".eE") => JsonValue.Create(value.GetValue<double>()),
        JsonValueKind.String when IsoTime.Parse(value.GetValue<string>()) is { } time =>
            JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
        _ => value.DeepClone(),
    };
}
