namespace Ita.Intake.Workbooks;

/// <summary>The rows of one sheet of a workbook, each cell as the spreadsheet program shows it.</summary>
internal abstract class WorkbookRows(IntakeLimits limits) : TableRows, IDisposable
{
    public override int CellCount => Row.CellCount;

    public override IReadOnlyList<CellFlaw> Flaws => Row.Flaws;

    protected SheetRow Row { get; } = new();

    public override bool HasFixedColumns => true;

    public override ReadOnlySpan<byte> Cell(int column) => Row.Cell(column);

    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Row.Clear();
            return ValueTask.FromResult(ReadRow() && Look());
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            return ValueTask.FromResult(EndedBy(WorkbookException.ToFault(exception)));
        }
    }

    public abstract void Dispose();

    /// <summary>Reads the cells of the next row into <see cref="Row"/>; false at the end.</summary>
    protected abstract bool ReadRow();

    /// <summary>Whether the exception says that the file is damaged.</summary>
    protected virtual bool IsOfTheFile(Exception exception) => WorkbookException.IsOfTheFile(exception);

    protected void TakeNumber(int column, ShownNumber shown)
    {
        if (shown.Flaw is { } flaw)
        {
            Row.Set(column, shown.Text, flaw, shown.Held);
        }
        else
        {
            Row.Set(column, shown.Text);
        }
    }

    private bool Look()
    {
        if (Row.Length > limits.RowBytes)
        {
            return EndedBy(TooLong(ProblemCatalogue.LineTooLong, limits.RowBytes));
        }

        RowFault = null;
        for (var column = 0; column < CellCount; column++)
        {
            if (Cell(column).Length > limits.CellBytes)
            {
                RowFault = CellTooLong(limits.CellBytes);
            }

            if (Cell(column).IndexOf("\uFFFD"u8) >= 0)
            {
                return EndedBy(new(ProblemCatalogue.BrokenCharacters));
            }
        }

        return true;
    }

    private bool EndedBy(Fault fault)
    {
        Ended = fault;
        return false;
    }

    private static Fault TooLong(ProblemKind kind, int limit) =>
        new Fault(kind).With("limit", limit.ToString("#,0", CultureInfo.InvariantCulture));
}
