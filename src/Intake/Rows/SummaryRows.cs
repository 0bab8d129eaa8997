namespace Ita.Intake.Rows;

/// <summary>Finds rows of totals, means and the like among the rows of agencies.</summary>
internal sealed class SummaryRows(HeaderRow header)
{
    private readonly int codeColumn = header.IndexOf(Column.AgencyCode);

    /// <summary>Where such a row says what it is.</summary>
    private readonly Known[] naming =
    [
        .. new[] { Column.AgencyCode, Column.AgencyName, Column.FiscalYear }.Select(header.IndexOf)
            .Where(column => column >= 0)
            .Select(column => new Known(column)),
    ];

    /// <summary>Further columns that are looked at where the row has no code. Texts of people and of measures are not among them.</summary>
    private readonly ImmutableArray<int> others = header.ColumnsOf(
        Column.Rank, Column.AgencyType, Column.Province, Column.District, Column.Item, Column.Name);

    /// <summary>The column in which the row is named a summary; -1 for the row of an agency.</summary>
    public int Find(TableRows rows)
    {
        var column = FindNamed(rows);
        return column < 0 && CellText.IsBlank(rows.Cell(codeColumn)) ? FindOther(rows) : column;
    }

    private int FindNamed(TableRows rows)
    {
        foreach (var known in naming)
        {
            if (known.IsSummary(rows))
            {
                return known.Column;
            }
        }

        return -1;
    }

    private int FindOther(TableRows rows)
    {
        foreach (var column in others)
        {
            if (SummaryWords.Are(CellText.Trimmed(rows.Cell(column))))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>Remembers the last cell of a column, because most rows repeat the one before.</summary>
    private sealed class Known(int column)
    {
        private byte[] cell = [];
        private bool isSummary;

        public int Column => column;

        public bool IsSummary(TableRows rows)
        {
            var current = rows.Cell(column);
            if (current.IsEmpty || current[0] is >= (byte)'0' and <= (byte)'9')
            {
                return false;
            }

            if (!current.SequenceEqual(cell))
            {
                cell = current.ToArray();
                isSummary = SummaryWords.Are(CellText.Trimmed(current));
            }

            return isSummary;
        }
    }
}
