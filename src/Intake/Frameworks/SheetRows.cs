using System.Text.Json.Nodes;
using Ita.Domain.Frameworks.Checks;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Frameworks;

/// <summary>A row of the form: its values, and where each was read.</summary>
/// <param name="Places">The title of the column by member.</param>
internal sealed record FormRow(string Sheet, int Line, JsonObject Values, ImmutableDictionary<string, string> Places)
{
    /// <summary>The text of a member; null when its cell is empty.</summary>
    public string? Text(string member) => Values[member] is JsonValue value ? value.ToString() : null;

    public FilePlace PlaceOf(string? member) =>
        new(Sheet, Line, member is null ? null : Places.GetValueOrDefault(member, member));

    /// <summary>Takes a member out of the values.</summary>
    public JsonNode? Take(string member)
    {
        var value = Values[member];
        Values.Remove(member);
        return value;
    }
}

/// <summary>Reads the rows of one sheet of the form.</summary>
internal static class SheetRows
{
    private static readonly string[] Yes = ["ใช่", "yes", "true", "1", "y"];
    private static readonly string[] No = ["ไม่ใช่", "ไม่", "no", "false", "0", "n"];

    /// <summary>The rows below the header; blank ones are left out. Unknown titles are values too, so that they are reported.</summary>
    public static async ValueTask<ImmutableArray<FormRow>> ReadAsync(FormSheet sheet, WorkbookSheet from, CancellationToken cancellationToken)
    {
        using var rows = from.Open();
        var found = ImmutableArray.CreateBuilder<FormRow>();
        ImmutableArray<(string Title, FormColumn? Column)> columns = [];
        while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            var cells = Enumerable.Range(0, rows.CellCount).Select(index => CellText.Trimmed(rows.Cell(index))).ToList();
            if (cells.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            if (columns.IsEmpty)
            {
                columns = [.. cells.Select(cell => (cell, sheet.Columns.FirstOrDefault(column => column.IsCalled(cell))))];
                continue;
            }

            // Empty cells at the end of a row are not stored.
            cells.AddRange(Enumerable.Repeat("", Math.Max(0, columns.Length - cells.Count)));
            found.Add(Row(sheet, from.ShownName, rows.Line, columns, cells));
        }

        return rows.Ended is { } fault ? throw new WorkbookException(fault) : found.ToImmutable();
    }

    private static FormRow Row(
        FormSheet sheet, string name, int line, ImmutableArray<(string Title, FormColumn? Column)> columns, List<string> cells)
    {
        var values = new JsonObject();
        foreach (var ((title, column), cell) in columns.Zip(cells))
        {
            if (column is not null)
            {
                Set(values, column, cell);
            }
            else if (title.Length > 0 && cell.Length > 0)
            {
                values[title] = cell;
            }
        }

        foreach (var column in sheet.Columns.Where(column => columns.All(known => known.Column != column)))
        {
            Set(values, column, "");
        }

        return new(name, line, values, columns.Where(known => known.Column is not null)
            .DistinctBy(known => known.Column).ToImmutableDictionary(known => known.Column!.Member, known => known.Title));
    }

    // A fact without any of its three cells is no fact.
    private static void Set(JsonObject values, FormColumn column, string cell)
    {
        var (above, member) = column.Member.LastIndexOf('.') is > 0 and var dot ? (column.Member[..dot], column.Member[(dot + 1)..])
            : (null, column.Member);
        var value = ValueOf(column, cell);
        if (value is null && column.MayBeEmpty && above is null)
        {
            values[member] = null;
        }
        else if (value is not null)
        {
            Above(values, above)[member] = value;
        }
        else if (above is not null && column.MayBeEmpty && !values.ContainsKey(above))
        {
            values[above] = null;
        }
    }

    private static JsonObject Above(JsonObject values, string? path)
    {
        foreach (var step in path?.Split('.') ?? [])
        {
            if (values[step] is not JsonObject)
            {
                values[step] = new JsonObject();
            }

            values = values[step]!.AsObject();
        }

        return values;
    }

    private static JsonNode? ValueOf(FormColumn column, string cell) => column.Kind switch
    {
        CellKind.Codes => new JsonArray([.. Parts(cell).Select(part => JsonValue.Create(part))]),
        CellKind.Numbers => new JsonArray([.. Parts(cell).Select(NumberOf)]),
        CellKind.Lines =>
            new JsonArray([.. cell.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => JsonValue.Create(line))]),
        _ when cell.Length == 0 => null,
        CellKind.Number => NumberOf(cell),
        CellKind.YesNo => Yes.Contains(cell.ToLowerInvariant()) ? true : No.Contains(cell.ToLowerInvariant()) ? false : JsonValue.Create(cell),
        _ => JsonValue.Create(cell),
    };

    private static IEnumerable<string> Parts(string cell) =>
        cell.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A text that is no number stays a text, which the schema then refuses at its place.
    private static JsonNode NumberOf(string cell) =>
        decimal.TryParse(
            CellText.WithAsciiDigits(
                cell), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonNode.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture))!
            : JsonValue.Create(cell);
}
