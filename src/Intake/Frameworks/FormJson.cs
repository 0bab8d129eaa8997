using System.Text.Json.Nodes;
using Ita.Domain.Frameworks.Checks;

namespace Ita.Intake.Frameworks;

/// <summary>Puts the rows of the form together to the JSON of a framework, and notes where each member was read.</summary>
internal sealed class FormJson
{
    // Left out of the JSON when empty, so that they are reported as missing: only rows of sub-questions lack them.
    private static readonly string[] NeededOfItems = ["indicator", "scale", "mark", "source"];

    private readonly IReadOnlyDictionary<FormSheet, ImmutableArray<FormRow>> rows;
    private readonly FilePlaces places = new();

    private FormJson(IReadOnlyDictionary<FormSheet, ImmutableArray<FormRow>> rows) => this.rows = rows;

    public static (JsonObject Root, FilePlaces Places) Join(IReadOnlyDictionary<FormSheet, ImmutableArray<FormRow>> rows)
    {
        var form = new FormJson(rows);
        return (form.Root(), form.places);
    }

    private JsonObject Root()
    {
        foreach (var (sheet, of) in rows)
        {
            places.Add(sheet.Member, new(of.IsEmpty ? sheet.Title : of[0].Sheet, 1, null));
        }

        var year = rows[FormSheets.Year].FirstOrDefault();
        var root = year?.Values ?? [];
        if (year is not null)
        {
            Note(year, "$", year.Values);
        }

        root.Remove("unconfirmed", out var unconfirmed);
        root.Remove("listOnly", out var listOnly);
        root["instruments"] = Instruments();
        root["indicators"] = List(FormSheets.Indicators);
        root["subIndicators"] = List(FormSheets.SubIndicators);
        root["items"] = Items();
        root["scales"] = Scales();
        root["issues"] = List(FormSheets.Issues);
        Group(root, "rating")["bands"] = List(FormSheets.Ratings);
        root["sampleRules"] = List(FormSheets.Samples);
        Group(root, "nonProcessing")["rules"] = List(FormSheets.Rules);
        root["sources"] = Sources();
        AddUnconfirmed(root, unconfirmed, listOnly);
        AddCrosswalk(root);
        if (!rows[FormSheets.Measures].IsEmpty)
        {
            root["measures"] = List(FormSheets.Measures);
        }

        return root;
    }

    private static JsonObject Group(JsonObject root, string member)
    {
        if (root[member] is not JsonObject)
        {
            root[member] = new JsonObject();
        }

        return root[member]!.AsObject();
    }

    private JsonArray List(FormSheet sheet)
    {
        var list = new JsonArray();
        foreach (var row in rows[sheet])
        {
            Add(list, sheet.Member, row);
        }

        return list;
    }

    private void Add(JsonArray list, string path, FormRow row)
    {
        var at = FormattableString.Invariant($"{path}[{list.Count}]");
        Note(row, at, row.Values);
        list.Add(row.Values);
    }

    private void Note(FormRow row, string path, JsonObject values, string member = "")
    {
        places.Add(path, row.PlaceOf(member.Length == 0 ? null : member));
        // An empty cell has a place too, where its value is missing.
        foreach (var known in member.Length == 0 ? row.Places.Keys : [])
        {
            places.Add($"{path}.{known}", row.PlaceOf(known));
        }

        foreach (var (name, value) in values)
        {
            var below = member.Length == 0 ? name : $"{member}.{name}";
            places.Add($"{path}.{name}", row.PlaceOf(below));
            if (value is JsonObject inner)
            {
                Note(row, $"{path}.{name}", inner, below);
            }
        }
    }

    private JsonArray Instruments()
    {
        var list = new JsonArray();
        foreach (var row in rows[FormSheets.Instruments])
        {
            var whole = row.Take("partOf")?.ToString();
            if (whole is null)
            {
                row.Take("number");
                row.Values["parts"] = new JsonArray();
                Add(list, "$.instruments", row);
                continue;
            }

            row.Take("answers");
            row.Take("indicators");
            var index = list.ToList().FindIndex(one => one!["code"]?.ToString() == whole);
            if (index < 0)
            {
                // A part of nothing is reported as an instrument that lacks its members.
                Add(list, "$.instruments", row);
                continue;
            }

            Add(list[index]!["parts"]!.AsArray(), FormattableString.Invariant($"$.instruments[{index}].parts"), row);
        }

        return list;
    }

    private JsonArray Items()
    {
        var list = new JsonArray();
        foreach (var row in rows[FormSheets.Items])
        {
            if (row.Text("code") is { } code && code.Contains('.', StringComparison.Ordinal) && list.Count > 0)
            {
                var sub = row with { Values = new() { ["code"] = code, ["text"] = row.Take("text"), ["polarity"] = row.Take("polarity") } };
                Add(list[^1]!["subQuestions"]!.AsArray(), FormattableString.Invariant($"$.items[{list.Count - 1}].subQuestions"), sub);
                continue;
            }

            foreach (var member in NeededOfItems.Where(member => row.Values[member] is null))
            {
                row.Take(member);
            }

            row.Values["subQuestions"] = new JsonArray();
            Add(list, "$.items", row);
        }

        return list;
    }

    // Rows of the same code, one below the other, are the choices of a scale.
    private JsonArray Scales()
    {
        var list = new JsonArray();
        foreach (var row in rows[FormSheets.Scales])
        {
            var choice = new JsonObject { ["label"] = row.Take("label")?.ToString() ?? "", ["points"] = row.Take("points") };
            if (choice["points"] is null)
            {
                choice.Remove("points");
            }

            if (list.Count == 0 || list[^1]!["code"]?.ToString() != row.Text("code"))
            {
                row.Values["choices"] = new JsonArray();
                Add(list, "$.scales", row);
            }

            Add(list[^1]!["choices"]!.AsArray(), FormattableString.Invariant($"$.scales[{list.Count - 1}].choices"), row with { Values = choice });
        }

        return list;
    }

    private JsonObject Sources()
    {
        var sources = new JsonObject();
        foreach (var row in rows[FormSheets.Sources])
        {
            var name = row.Text("name") ?? "";
            sources[name] = row.Take("text");
            places.Add($"$.sources.{name}", row.PlaceOf("text"));
        }

        return sources;
    }

    private void AddUnconfirmed(JsonObject root, JsonNode? unconfirmed, JsonNode? listOnly)
    {
        if (unconfirmed is JsonValue value && value.TryGetValue<bool>(out var isOpen) && isOpen)
        {
            root["unconfirmed"] = new JsonObject { ["unknown"] = List(FormSheets.Unknown), ["listOnly"] = listOnly ?? new JsonArray() };
        }
    }

    private void AddCrosswalk(JsonObject root)
    {
        var all = rows[FormSheets.Crosswalk];
        if (all.IsEmpty)
        {
            return;
        }

        var lists = new Dictionary<string, JsonArray> { ["pairs"] = [], ["onlyFrom"] = [], ["onlyTo"] = [] };
        foreach (var row in all)
        {
            var (from, to) = (row.Text("from"), row.Text("to"));
            var member = from is null ? "onlyTo" : to is null ? "onlyFrom" : "pairs";
            string[] taken = ["from", "to", "mark", "source"];
            var values = member == "pairs"
                ? new JsonObject(taken.Select(name => KeyValuePair.Create(name, row.Take(name))).Where(pair => pair.Value is not null).ToList())
                : new JsonObject { ["code"] = from ?? to ?? "", ["note"] = row.Take("note")?.ToString() ?? "" };
            Add(lists[member], $"$.crosswalk.{member}", row with { Values = values });
        }

        var year = root["year"] is JsonValue value && int.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number)
            ? number : 2501;
        root["crosswalk"] = new JsonObject
        {
            ["from"] = year - 1,
            ["to"] = year,
            ["pairs"] = lists["pairs"],
            ["onlyFrom"] = lists["onlyFrom"],
            ["onlyTo"] = lists["onlyTo"]
        };
    }
}
