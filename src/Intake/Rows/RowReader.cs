namespace Ita.Intake.Rows;

/// <summary>Reads the rows of one kind of file into what they say.</summary>
internal abstract class RowReader(RowContext context)
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly SummaryRows summaries = new(context.Header);
    private readonly UnnamedColumns unnamed = new(context.Header);
    private readonly HashSet<string> fallen = new(StringComparer.Ordinal);
    private readonly CellCache<string> codeCells = new(AgencyCodeCell.Read);
    private readonly CellCache<YearBook> yearCells = new(new YearBooks(context.Frameworks).Read);
    private readonly int yearColumn = context.Header.IndexOf(Column.FiscalYear);
    private readonly int codeColumn = context.Header.IndexOf(Column.AgencyCode);
    private readonly int columnCount = context.Header.Count;
    private readonly CellFlaws flaws = new(context.Header, context.Report);

    private readonly Dictionary<(YearBook Book, string Code), int> firstLines = [];

    private string? lastCode;
    private (YearBook? Book, string? Code) lastNamed;

    protected HeaderRow Header { get; } = context.Header;

    protected RowReport Report { get; } = context.Report;

    protected ScoreCell Scores { get; } = context.Scores;

    protected IntakeLimits Limits { get; } = context.Limits;

    /// <summary>Codes of all agencies that a row names.</summary>
    public IReadOnlySet<string> Codes => codes;

    /// <summary>Codes of the agencies with a bad row.</summary>
    public IReadOnlySet<string> Fallen => fallen;

    /// <summary>The agencies of each year that the rows name, with the line of the first row of each. To be asked for when all are read.</summary>
    public IEnumerable<NamedAgency> Named => firstLines
        .Select(pair => new NamedAgency(pair.Key.Book.Year, pair.Key.Code, NameOf(pair.Key.Book, pair.Key.Code), pair.Value))
        .OrderBy(agency => agency.Line);

    /// <summary>Rows whose error was found only after all rows had been read.</summary>
    public int LateBadRows { get; private set; }

    /// <summary>Why the reader cannot go on; null while it can.</summary>
    public Fault? Refusal { get; protected set; }

    /// <summary>Why the file is refused although each row could be read; null when it is not.</summary>
    public Problem? Verdict { get; protected set; }

    /// <summary>Whether the row is a line of a form that is not filled in.</summary>
    public bool IsUnfilled(TableRows rows) => SaysNothing(rows) && rows.RowFault is null && !HasExtraCells(rows);

    public void Read(TableRows rows)
    {
        Report.BeginRow();
        if (summaries.Find(rows) is >= 0 and var named)
        {
            Report.NoteShowing(new(ProblemCatalogue.SummaryRow), named, ShownValue.OfWords(rows.Cell(named)));
            return;
        }

        unnamed.Look(rows);
        if (rows.RowFault is { } fault)
        {
            Report.NoteRow(fault);
        }

        NoteExtraCells(rows);
        var hasYear = Report.Take(yearCells.Read(rows.Cell(yearColumn)), yearColumn, out var book);
        var hasCode = Report.Take(codeCells.Read(rows.Cell(codeColumn)), codeColumn, out var code);
        if (hasYear && hasCode && rows.RowFault?.Kind != ProblemCatalogue.CellTooLong && flaws.AllowReading(rows))
        {
            Name(book, code);
            Read(rows, book, code);
        }

        if (hasCode && !IsHeader(code))
        {
            Count(code);
        }
    }

    /// <summary>Reports a fault of an agency that is known only when all rows have been read. An error removes the agency from the file.</summary>
    public void NoteCode(NamedAgency agency, Fault fault)
    {
        Report.NoteAt(fault, agency.Line, codeColumn, ShownValue.Short(agency.Code));
        if (fault.Kind.Reach is not ProblemReach.Note)
        {
            fallen.Add(agency.Code);
        }
    }

    /// <summary>Notes faults that are known only when all rows have been read.</summary>
    public virtual void Finish()
    {
        foreach (var (column, line) in unnamed.Found)
        {
            var letters = ColumnTitle.Letters(column);
            Report.NoteAt(
                new Fault(ProblemCatalogue.UnnamedColumn)
                    .With("first", FormattableString.Invariant($"{SheetLine.LineOf(line)}")), Header.Line, letters, letters);
        }
    }

    /// <summary>What the rows say of the agencies without a bad row; to be called when all rows have been read.</summary>
    public abstract IntakeContent Content();

    protected abstract void Read(TableRows rows, YearBook book, string code);

    /// <summary>What the rows call an agency; null when they do not.</summary>
    protected abstract string? NameOf(YearBook book, string code);

    /// <summary>Whether the cells for which the row is there are all blank.</summary>
    protected virtual bool SaysNothing(TableRows rows) => false;

    private void Name(YearBook book, string code)
    {
        if (!ReferenceEquals(book, lastNamed.Book) || !ReferenceEquals(code, lastNamed.Code))
        {
            lastNamed = (book, code);
            firstLines.TryAdd(lastNamed!, Report.Line);
        }
    }

    /// <summary>Takes an agency out whose rows turned out to be wrong when all had been read.</summary>
    protected void TakeOut(string code)
    {
        fallen.Add(code);
        LateBadRows++;
    }

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

    /// <summary>Whether a bad row is the header again, so that its code is no agency's.</summary>
    private bool IsHeader(string code) => Report.IsBad && ColumnNames.Find(code)?.Column is Column.AgencyCode;

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
        for (var column = columnCount; !rows.HasFixedColumns && column < rows.CellCount; column++)
        {
            if (!CellText.IsBlank(rows.Cell(column)))
            {
                return true;
            }
        }

        return false;
    }
}
