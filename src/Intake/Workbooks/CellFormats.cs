namespace Ita.Intake.Workbooks;

/// <summary>The number format of each cell style of a workbook.</summary>
internal sealed class CellFormats
{
    private const int MostStyles = 65_536;

    private readonly Dictionary<int, NumberFormat> own = [];
    private readonly List<NumberFormat> styles = [];
    private int dayZero;

    public static CellFormats None { get; } = new();

    /// <param name="dayZero">See <see cref="NumberFormat.DayZero"/>.</param>
    public static CellFormats Read(PartReader part, int dayZero)
    {
        var formats = new CellFormats { dayZero = dayZero };
        var isOfCells = false;
        while (part.Read())
        {
            isOfCells = part.IsStart && part.Name == "cellXfs" ? !part.IsEmpty : isOfCells && !part.IsEndOf("cellXfs");
            formats.Take(part, isOfCells);
        }

        return formats;
    }

    /// <param name="style">As the cell writes it; null for none.</param>
    public NumberFormat At(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < styles.Count
            ? styles[number]
            : NumberFormat.General;

    private void Take(PartReader part, bool isOfCells)
    {
        if (part.IsStart && part.Name == "numFmt" && Number(part) is { } id)
        {
            own[id] = NumberFormat.Parse(part.Attribute("formatCode") ?? "");
        }
        else if (part.IsStart && part.Name == "xf" && isOfCells && styles.Count < MostStyles)
        {
            var format = Number(part) ?? 0;
            styles.Add((own.GetValueOrDefault(format) ?? NumberFormat.BuiltIn(format)) with { DayZero = dayZero });
        }
    }

    private static int? Number(PartReader part) =>
        int.TryParse(part.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
