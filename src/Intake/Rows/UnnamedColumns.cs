namespace Ita.Intake.Rows;

/// <summary>Finds columns that have data and no header. They are not read.</summary>
internal sealed class UnnamedColumns(HeaderRow header)
{
    private readonly SortedDictionary<int, int> firstLines = [];
    private readonly List<int> blank = [.. header.Unnamed];

    /// <summary>The columns with data, with the line of the first.</summary>
    public IEnumerable<(int Column, int Line)> Found => firstLines.Select(found => (found.Key, found.Value));

    public void Look(TableRows rows)
    {
        for (var place = blank.Count - 1; place >= 0; place--)
        {
            if (!CellText.IsBlank(rows.Cell(blank[place])))
            {
                firstLines.Add(blank[place], rows.Line);
                blank.RemoveAt(place);
            }
        }

        for (var column = header.Count; rows.HasFixedColumns && column < rows.CellCount; column++)
        {
            if (!CellText.IsBlank(rows.Cell(column)))
            {
                firstLines.TryAdd(column, rows.Line);
            }
        }
    }
}
