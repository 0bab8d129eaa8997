namespace Ita.Intake.Rows;

/// <summary>Reads the rows of one kind of file into what they say.</summary>
internal abstract class RowReader(RowContext context)
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> fallen = new(StringComparer.Ordinal);
    private readonly CellCache<string> codeCells = new(AgencyCodeCell.Read);
    private readonly CellCache<YearBook> yearCells = new(new YearBooks(context.Frameworks).Read);
    private readonly int yearColumn = context.Header.IndexOf(Column.FiscalYear);
    private readonly int codeColumn = context.Header.IndexOf(Column.AgencyCode);
    private readonly int columnCount = context.Header.Count;
    private readonly CellFlaws flaws = new(context.Header, context.Report);

    private string? lastCode;

    protected HeaderRow Header { get; } = context.Header;

    protected RowReport Report { get; } = context.Report;

    protected ScoreCell Scores { get; } = context.Scores;

    protected IntakeLimits Limits { get; } = context.Limits;

    /// <summary>Codes of all agencies that a row names.</summary>
    public IReadOnlySet<string> Codes => codes;

    /// <summary>Codes of the agencies with a bad row.</summary>
    public IReadOnlySet<string> Fallen => fallen;

    /// <summary>Why the reader cannot go on; null while it can.</summary>
    public Fault? Refusal { get; protected set; }

    /// <summary>Whether the row is a line of a form that is not filled in.</summary>
    public bool IsUnfilled(TableRows rows) => SaysNothing(rows) && rows.RowFault is null && !HasExtraCells(rows);

    public void Read(TableRows rows)
    {
        Report.BeginRow();
        if (rows.RowFault is { } fault)
        {
            Report.NoteRow(fault);
        }

        NoteExtraCells(rows);
        var hasYear = Report.Take(yearCells.Read(rows.Cell(yearColumn)), yearColumn, out var book);
        var hasCode = Report.Take(codeCells.Read(rows.Cell(codeColumn)), codeColumn, out var code);
        if (hasYear && hasCode && flaws.AllowReading(rows))
        {
            Read(rows, book, code);
        }

        if (hasCode)
        {
            Count(code);
        }
    }

    /// <summary>Notes faults that are known only when all rows have been read.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>What the rows say of the agencies without a bad row; to be called when all rows have been read.</summary>
    public abstract IntakeContent Content();

    protected abstract void Read(TableRows rows, YearBook book, string code);

    /// <summary>Whether the cells for which the row is there are all blank.</summary>
    protected virtual bool SaysNothing(TableRows rows) => false;

    private void Count(string code)
    {
        // The cache returns the same string for the same spelling, so rows of one agency in sequence need no lookup.
        if (Report.IsBad)
        {
            fallen.Add(code);
        }

        if (!ReferenceEquals(code, lastCode))
        {
            lastCode = code;
            codes.Add(code);
        }
    }

    /// <summary>Filled cells beyond the header come from an extra comma, so the cells before them cannot be trusted.</summary>
    private void NoteExtraCells(TableRows rows)
    {
        if (HasExtraCells(rows))
        {
            Report.NoteRow(new Fault(ProblemCatalogue.ExtraCells)
                .With("expected", FormattableString.Invariant($"{Header.Count}"))
                .With("actual", FormattableString.Invariant($"{rows.CellCount}")));
        }
    }

    private bool HasExtraCells(TableRows rows)
    {
        for (var column = columnCount; column < rows.CellCount; column++)
        {
            if (!CellText.IsBlank(rows.Cell(column)))
            {
                return true;
            }
        }

        return false;
    }
}
