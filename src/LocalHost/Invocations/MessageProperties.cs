using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.LocalHost.Invocations;

/// <summary>
/// The properties of a JSON-object message that the host copies into the metadata: all top-level ones but arrays and
/// nulls, as text unless they are objects (contract.md, section 2, metadata rules).
/// </summary>
internal static class MessageProperties
{
    public static IEnumerable<KeyValuePair<string, PayloadValue>> Of(PayloadValue trigger) =>
        trigger is TextValue { Text: var text } && Parsed(text) is { } message
            ? [.. message.Where(property => property.Value is not (null or JsonArray)).Select(property => KeyValuePair.Create(property.Key, Mapped(property.Value!)))]
            : [];

    private static JsonObject? Parsed(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // No JSON, so a plain text that begins with a brace.
            return null;
        }
    }

    private static PayloadValue Mapped(JsonNode value) =>
        value is JsonObject ? new NodeValue(value) : new TextValue(Text(value));

    private static string Text(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        JsonValueKind.Number => value.ToJsonString(),
        _ => DateOrText(value.GetValue<string>()),
    };

    private static string DateOrText(string text) =>
        IsoTime.Parse(text) is { } time ? time.UtcDateTime.ToString(CultureInfo.InvariantCulture) : text;
}
