namespace Ita.Intake.Headers;

/// <summary>
/// Looks for the header among a table's first rows: reports have a title or two above it, in a cell or two. A row with more cells is
/// never passed over, for it may hold data.
/// </summary>
internal sealed class HeaderSearch(IntakeLimits limits, ImmutableArray<KindColumns> kinds)
{
    private const int MostTitleRows = 10;
    private const int MostTitleCells = 2;

    private HeaderRow? first;
    private HeaderRow? best;
    private int seen;

    /// <summary>Whether no further row can be the header.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The header, or else the row that has to be called wrong: the fullest that tells a kind, or the first of all.</summary>
    public HeaderRow? Found => best ?? first;

    /// <summary>How many rows had more cells than a title.</summary>
    public int TableRows { get; private set; }

    public void Look(HeaderRow row)
    {
        TableRows += row.FilledCells > MostTitleCells ? 1 : 0;
        var check = new HeaderCheck(row, limits, kinds);
        first ??= row;
        best = check.Refusal is null || (check.Kind is not null && row.FilledCells > (best?.FilledCells ?? 0)) ? row : best;
        IsOver = check.Refusal is null || row.FilledCells > MostTitleCells || ++seen > MostTitleRows;
    }
}
