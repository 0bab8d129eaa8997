namespace Ita.Intake.Tables;

/// <summary>The rows of a table, one after the other, each cell as UTF-8 text.</summary>
internal abstract class TableRows
{
    /// <summary>
    /// The row's number as Excel shows it; blank rows count, line breaks within a cell do not. In a file of several sheets, a
    /// <see cref="SheetLine"/>.
    /// </summary>
    public int Line { get; protected set; }

    /// <summary>How many cells the row has, which may be more or fewer than the header.</summary>
    public abstract int CellCount { get; }

    /// <summary>What ended the reading early, at <see cref="Line"/>; null when nothing did.</summary>
    public Fault? Ended { get; protected set; }

    /// <summary>What is wrong with the row as a whole; null for nearly all.</summary>
    public Fault? RowFault { get; protected set; }

    /// <summary>Moves to the next row; false at the end, and where reading ended early.</summary>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancellationToken);

    /// <summary>Valid until the next row; empty where the row is too short, or the column is -1.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    /// <summary>Whether each cell has its own column, so that a cell beyond the header cannot come from a stray separator.</summary>
    public virtual bool HasFixedColumns => false;

    /// <summary>The cells of the row that do not hold what they show; empty for nearly all rows.</summary>
    public virtual IReadOnlyList<CellFlaw> Flaws => [];

    /// <summary>The names of the sheets that the rows are of, as a problem may show them; empty for a file without sheets.</summary>
    public virtual ImmutableArray<string> Sheets => [];

    /// <summary>What was noted before the rows are read.</summary>
    public virtual ImmutableArray<Problem> Notes => [];

    /// <summary>A cell that is longer than the setting allows. The cure is said in characters: that many fit whatever they are.</summary>
    protected static Fault CellTooLong(int bytes)
    {
        const int mostBytesOfCharacter = 3;
        return new Fault(ProblemCatalogue.CellTooLong).With("limit", (bytes / mostBytesOfCharacter).ToString("#,0", CultureInfo.InvariantCulture));
    }

    public virtual bool IsBlank()
    {
        for (var column = 0; column < CellCount; column++)
        {
            if (!CellText.IsBlank(Cell(column)))
            {
                return false;
            }
        }

        return true;
    }
}
