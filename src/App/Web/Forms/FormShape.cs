using System.Text.Json.Nodes;

namespace Ita.App.Web.Forms;

/// <summary>The members of a JSON body that a form edits. A field has the name of its member, for example <c>addressee</c> or
/// <c>signatories[0].position</c>; a list of texts is one field with a line for each.</summary>
/// <param name="Numbers">Members that are numbers.</param>
/// <param name="Lines">Members that are lists of texts.</param>
/// <param name="Rows">Lists of objects: the name of the list and of their members.</param>
/// <param name="Labels">The Thai labels of the members, by name.</param>
internal sealed record FormShape(
    ImmutableArray<string> Texts,
    ImmutableArray<string> Numbers,
    ImmutableArray<string> Lines,
    ImmutableArray<(string List, string[] Members)> Rows,
    IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>The most entries of a list of objects.</summary>
    public const int MostRows = 100;

    private const char NewLine = '\n';

    /// <summary>The fields as the body of the API, so that the same rules check both. Blank fields are left out.</summary>
    public JsonObject ToBody(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var name in Texts.Where(name => Read(form, name) is not null))
        {
            body[name] = Read(form, name);
        }

        foreach (var name in Numbers.Where(name => Read(form, name) is not null))
        {
            body[name] = NumberOrText(Read(form, name)!);
        }

        foreach (var name in Lines)
        {
            body[name] = new JsonArray([.. LinesOf(form[name].ToString()).Select(line => (JsonNode?)line)]);
        }

        foreach (var (list, members) in Rows)
        {
            body[list] = new JsonArray([.. Enumerable.Range(0, MostRows).Select(row => RowOf(form, Name(list, row), members)).OfType<JsonNode>()]);
        }

        return body;
    }

    /// <summary>The values of the fields for a body.</summary>
    public ImmutableDictionary<string, string> ToFields(JsonObject body)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in Texts.Concat(Numbers))
        {
            fields[name] = body[name]?.ToString() ?? "";
        }

        foreach (var name in Lines)
        {
            fields[name] = string.Join(NewLine, Entries(body, name).Select(line => line?.ToString()));
        }

        foreach (var (list, members) in Rows)
        {
            foreach (var (row, entry) in Entries(body, list).Index())
            {
                fields.AddRange(members.Select(member => KeyValuePair.Create($"{Name(list, row)}.{member}", entry?[member]?.ToString() ?? "")));
            }
        }

        return fields.ToImmutable();
    }

    /// <summary>The faults of a refused body, each with the field that shows it.</summary>
    public ImmutableArray<FieldFault> Faults(Refusal refusal) => refusal.Faults.IsEmpty
        ? FieldFaults.Of(refusal)
        : [.. refusal.Faults.Select(problem => Fault(problem, problem.Column ?? ""))];

    // Officers know the label of a field, not the name of its member.
    private FieldFault Fault(Problem problem, string column) =>
        new(FieldOf(column), (problem with { Column = string.Join(" ", column.Split(", ").Select(LabelOf)) }).Text.Th);

    private string LabelOf(string column)
    {
        var name = column.Split('.')[^1].Split('[')[0];
        var place = column.Split('[', ']') is [_, var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? FormattableString.Invariant($" ลำดับที่ {at + 1}")
            : "";
        return Labels.GetValueOrDefault(name, name) + place;
    }

    // A line is part of the field of its list, and a fault of two members is shown at the first.
    private string FieldOf(string column)
    {
        var first = column.Split(", ")[0];
        return Lines.FirstOrDefault(name => first.StartsWith($"{name}[", StringComparison.Ordinal)) ?? first;
    }

    private static IEnumerable<JsonNode?> Entries(JsonObject body, string list) => body[list]?.AsArray() ?? [];

    private static JsonObject? RowOf(IFormCollection form, string row, string[] members)
    {
        var filled = members.Where(member => Read(form, $"{row}.{member}") is not null).ToList();
        return filled.Count == 0 ? null : new(filled.Select(member => KeyValuePair.Create(member, (JsonNode?)Read(form, $"{row}.{member}"))));
    }

    private static string Name(string list, int row) => FormattableString.Invariant($"{list}[{row}]");

    private static string? Read(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> LinesOf(string text) =>
        text.Split(NewLine, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number; a text that is none is left to the check of the body, which names the member.</summary>
    public static JsonNode NumberOrText(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : text;
}
