using System.Text.Json.Nodes;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Frameworks;

/// <summary>Writes the form filled with a framework.</summary>
internal static class FormWriter
{
    private const double WideText = 40;
    private const string Yes = "ใช่";
    private const string No = "ไม่ใช่";

    public static async Task WriteAsync(Framework framework, Stream file, CancellationToken cancellationToken)
    {
        var json = JsonNode.Parse(framework.ToJson())!.AsObject();
        var writer = await WorkbookWriter.CreateAsync(file, cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var sheet in FormSheets.All)
            {
                await writer.StartTableAsync(sheet.Title, [.. sheet.Columns.Select(Column)], cancellationToken).ConfigureAwait(false);
                foreach (var row in RowsOf(sheet, json))
                {
                    await writer.AddRowAsync([.. sheet.Columns.Select(column => CellOf(column, row))], cancellationToken).ConfigureAwait(false);
                }
            }

            await writer.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static WorkbookColumn Column(FormColumn column) => new(
        column.Title,
        IsNumber: false,
        column.Kind == CellKind.Text && column.Words is null ? WideText : 16,
        column.Words is { } words ? new ChoiceList(words) : column.Kind == CellKind.YesNo ? new ChoiceList([Yes, No]) : null);

    private static IEnumerable<JsonObject> RowsOf(FormSheet sheet, JsonObject json) => sheet.Name switch
    {
        "year" => [WithYear(json)],
        "instruments" =>
            Elements(json["instruments"]).SelectMany(one => Elements(one["parts"]).Select(part => With(part, "partOf", one["code"])).Prepend(one)),
        "items" => Elements(json["items"]).SelectMany(one => Elements(one["subQuestions"]).Prepend(one)),
        "scales" => Elements(json["scales"]).SelectMany(one => Elements(one["choices"]).Select(choice => Scale(one, choice))),
        "sources" => json["sources"]!.AsObject().Select(source => new JsonObject { ["name"] = source.Key, ["text"] = source.Value?.DeepClone() }),
        "crosswalk" => Elements(json["crosswalk"]?["pairs"])
            .Concat(Elements(json["crosswalk"]?["onlyFrom"]).Select(one => With(one, "from", one["code"])))
            .Concat(Elements(json["crosswalk"]?["onlyTo"]).Select(one => With(one, "to", one["code"]))),
        _ => Elements(sheet.Member.Split('.').Skip(1).Aggregate((JsonNode?)json, (node, step) => node?[step])),
    };

    private static JsonObject WithYear(JsonObject json)
    {
        var row = json.DeepClone().AsObject();
        row["listOnly"] = json["unconfirmed"]?["listOnly"]?.DeepClone();
        row["unconfirmed"] = json["unconfirmed"] is not null;
        return row;
    }

    private static JsonObject With(JsonObject row, string member, JsonNode? value)
    {
        var with = row.DeepClone().AsObject();
        with[member] = value?.DeepClone();
        return with;
    }

    private static JsonObject Scale(JsonObject scale, JsonObject choice) => With(With(scale, "label", choice["label"]), "points", choice["points"]);

    private static IEnumerable<JsonObject> Elements(JsonNode? list) => (list as JsonArray ?? []).Select(one => one!.AsObject());

    private static object? CellOf(FormColumn column, JsonObject row) =>
        column.Member.Split('.').Aggregate((JsonNode?)row, (node, step) => (node as JsonObject)?[step]) switch
        {
            null => null,
            JsonArray list => string.Join(column.Kind == CellKind.Lines ? "\n" : ", ", list.Select(one => one!.ToString())),
            JsonValue value when column.Kind == CellKind.YesNo => value.GetValue<bool>() ? Yes : No,
            var value => value.ToString(),
        };
}
