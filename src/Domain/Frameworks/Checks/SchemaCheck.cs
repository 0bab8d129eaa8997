using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>
/// Compares a JSON text with the schema of frameworks, and mends what differs, so that the rest can be checked too: an unknown member is
/// removed, a missing or wrong value is replaced by an empty one.
/// </summary>
/// <remarks>Knows the keywords that <see cref="FrameworkSchema"/> has: type, properties, required, items, enum, $ref and
/// additionalProperties.</remarks>
internal sealed class SchemaCheck
{
    private readonly List<FrameworkFault> faults = [];

    /// <summary>The faults, and the paths of the members that were mended.</summary>
    public static (ImmutableArray<FrameworkFault> Faults, ImmutableArray<string> Mended) Mend(JsonObject root)
    {
        var check = new SchemaCheck();
        check.Object(root, FrameworkSchema.Root, "$");
        return ([.. check.faults], [.. check.faults.Select(fault => fault.Path)]);
    }

    private void Object(JsonObject value, JsonNode schema, string path)
    {
        var known = schema["properties"] as JsonObject;
        var others = schema["additionalProperties"];
        foreach (var (name, member) in value.ToList())
        {
            var at = $"{path}.{name}";
            var of = known?[name] ?? (others is JsonObject ? others : null);
            if (of is null)
            {
                Report("member-unknown", at, ("name", name), ("known", string.Join(", ", known?.Select(one => one.Key) ?? [])));
                value.Remove(name);
            }
            else if (Mended(member, Resolved(of), at) is { } mended)
            {
                value[name] = mended.Value;
            }
        }

        foreach (var name in (schema["required"] as JsonArray ?? []).Select(one => one!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
        {
            Report("member-missing", $"{path}.{name}", ("name", name));
            value[name] = Empty(Resolved(known![name]!));
        }
    }

    // Null when the value fits; otherwise what stands in its place.
    private (JsonNode? Value, bool _)? Mended(JsonNode? value, JsonNode schema, string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (value is null)
        {
            return MayBeNull(schema) ? null : Missing(schema, path, name);
        }

        if (schema["enum"] is JsonArray words)
        {
            return value is JsonValue word && words.Any(one => one is not null && JsonNode.DeepEquals(one, word)) ? null
                : NoWord(value, words, path, name);
        }

        var types = Types(schema);
        if (types.Count > 0 && !types.Contains(TypeOf(value, types)))
        {
            Report(
                "member-type", path, ("name", name), ("found", Shown(value)), ("expected", Words[types[0]].En), ("expectedTh", Words[types[0]].Th));
            return (Empty(schema), true);
        }

        Below(value, schema, path);
        return schema["minimum"] is { } least && (Whole(value) < Whole(least) || Whole(value) > Whole(schema["maximum"]!))
            ? WrongYear(value, schema, path, name)
            : null;
    }

    private void Below(JsonNode value, JsonNode schema, string path)
    {
        if (value is JsonObject members)
        {
            Object(members, schema, path);
        }
        else if (value is JsonArray elements && schema["items"] is { } items)
        {
            for (var index = 0; index < elements.Count; index++)
            {
                if (Mended(elements[index], Resolved(items), FormattableString.Invariant($"{path}[{index}]")) is { } mended)
                {
                    elements[index] = mended.Value;
                }
            }
        }
    }

    private (JsonNode?, bool) Missing(JsonNode schema, string path, string name)
    {
        Report("member-missing", path, ("name", name));
        return (Empty(schema), true);
    }

    private (JsonNode?, bool) NoWord(JsonNode value, JsonArray words, string path, string name)
    {
        Report("member-word", path, ("name", name), ("found", Shown(value)),
            ("known", string.Join(", ", words.Select(word => word?.ToString() ?? "null"))));
        return (words.First(word => word is not null)!.DeepClone(), true);
    }

    private (JsonNode?, bool) WrongYear(JsonNode value, JsonNode schema, string path, string name)
    {
        Report(
            "member-type", path, ("name", name), ("found", Shown(value)), ("expected", "a year of the Buddhist Era"), ("expectedTh", "ปีพุทธศักราช"));
        return (schema["minimum"]!.DeepClone(), true);
    }

    private void Report(string code, string path, params (string, object)[] places) => faults.Add(FrameworkFault.Of(code, path, places));

    // A value from a spreadsheet may be longer than a message should be.
    private static string Shown(JsonNode value) => value.ToString() is { Length: > 40 } text ? text[..40] + "…" : value.ToString();

    private static JsonNode? Empty(JsonNode schema) => MayBeNull(schema)
        ? null
        : schema["enum"] is JsonArray words
            ? words.First(word => word is not null)!.DeepClone()
            : Types(schema) switch
            {
                ["string", ..] => JsonValue.Create(""),
                ["number" or "integer", ..] => schema["minimum"]?.DeepClone() ?? JsonValue.Create(0),
                ["boolean", ..] => JsonValue.Create(false),
                ["array", ..] => new JsonArray(),
                _ => EmptyObject(schema),
            };

    private static JsonObject EmptyObject(JsonNode schema) => new(
        (schema["required"] as JsonArray ?? []).Select(one => one!.GetValue<string>())
            .Select(name => KeyValuePair.Create(name, Empty(Resolved(schema["properties"]![name]!)))));

    private static bool MayBeNull(JsonNode schema) => schema["enum"] is JsonArray words
        ? words.Any(word => word is null)
        : schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null");

    private static List<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(one => one!.GetValue<string>()).Where(one => one != "null")],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static string TypeOf(JsonNode value, List<string> types) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => types.Contains("number") || !IsWhole(value) ? "number" : "integer",
        _ => "string",
    };

    private static int Whole(JsonNode value) => int.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool IsWhole(JsonNode value) =>
        int.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static JsonNode Resolved(JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } pointer
        ? pointer.Split('/').Skip(1).Aggregate(FrameworkSchema.Root, (node, step) => node is JsonArray list
            ? list[int.Parse(step, CultureInfo.InvariantCulture)]!
            : node[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!)
        : schema;

    private static readonly ImmutableDictionary<string, (string En, string Th)> Words = new Dictionary<string, (string, string)>
    {
        ["string"] = ("a text", "ข้อความ"),
        ["number"] = ("a number", "ตัวเลข"),
        ["integer"] = ("a whole number", "จำนวนเต็ม"),
        ["boolean"] = ("true or false", "ใช่หรือไม่ใช่"),
        ["array"] = ("a list", "รายการ"),
        ["object"] = ("an object", "กลุ่มค่า"),
    }.ToImmutableDictionary();
}
