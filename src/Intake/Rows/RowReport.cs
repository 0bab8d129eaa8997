using Ita.Domain.Texts;

namespace Ita.Intake.Rows;

/// <summary>Puts the faults of the current row's cells into the log, with their place.</summary>
internal sealed class RowReport(TableRows rows, HeaderRow header, ProblemLog log)
{
    private readonly HashSet<Fault> reported = new(ReferenceEqualityComparer.Instance);
    private bool showsCodesAlone;

    /// <summary>Whether the current row has an error.</summary>
    public bool IsBad { get; private set; }

    /// <summary>Whether the current row has an error that lets one doubt the file.</summary>
    public bool IsDoubtful { get; private set; }

    public int Line => rows.Line;

    /// <summary>Shows only values that look like a code from now on, because any cell may hold a person's own words.</summary>
    public RowReport ShowingCodesAlone()
    {
        showsCodesAlone = true;
        return this;
    }

    public void BeginRow() => (IsBad, IsDoubtful) = (false, false);

    /// <summary>Takes the value of a cell, or notes its fault.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool Take<T>(Reading<T> reading, int column, out T value)
    {
        value = reading.Value;
        if (reading.Fault is { } fault)
        {
            Note(fault, column);
        }

        return reading.IsGood;
    }

    /// <summary>Takes the value of a cell; a warning about the same spelling is reported once.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool TakeOnce<T>(Reading<T> reading, int column, out T value)
    {
        value = reading.Value;
        if (reading.Fault is { } fault && (!reading.IsGood || reported.Add(fault)))
        {
            Note(fault, column);
        }

        return reading.IsGood;
    }

    /// <summary>Takes the text of a cell that is stored, without the apostrophe of our own forms, or notes that it is too long.</summary>
    /// <param name="limit">One of <see cref="TextLimits"/>.</param>
    /// <returns>Empty when the cell is blank or its text is too long.</returns>
    public string TakeText(int column, int limit)
    {
        var text = FormulaGuard.Bare(CellText.Trimmed(rows.Cell(column)));
        if (text.Length <= limit)
        {
            return text;
        }

        NoteTooLong(column, limit);
        return "";
    }

    /// <summary>Notes that a text is too long. Nothing of it is shown.</summary>
    public void NoteTooLong(int column, int limit) => NoteShowing(
        new Fault(ProblemCatalogue.CellTooLong).With("limit", limit.ToString("#,0", CultureInfo.InvariantCulture)), column, shown: null);

    public void Note(Fault fault, int column)
    {
        // Every agency of a nation may have the same fault, so texts are made only for problems that are kept.
        var shows = column >= 0 && log.Keeps(fault.Kind.Severity);
        Add(fault, shows ? header.ShownTitleAt(column) : null, shows ? Shown(rows.Cell(column)) : null);
    }

    private string Shown(ReadOnlySpan<byte> cell) => showsCodesAlone ? ShownValue.OfCode(ShownValue.Of(cell)) : ShownValue.Of(cell);

    /// <summary>Notes a fault of a cell that may hold a person's own words. Null shows nothing of it.</summary>
    public void NoteShowing(Fault fault, int column, string? shown) => Add(fault, header.ShownTitleAt(column), shown);

    /// <summary>Notes a fault that is known only when all rows have been read.</summary>
    public void NoteAt(Fault fault, int line, string? title = null, string? value = null) => log.Add(fault.At(line, title, value));

    public void NoteRow(Fault fault) => Add(fault, title: null, value: null);

    private void Add(Fault fault, string? title, string? value)
    {
        IsBad |= fault.Kind.Reach is not ProblemReach.Note;
        IsDoubtful |= fault.Kind is { Reach: not ProblemReach.Note, SparesFile: false };
        if (log.Keeps(fault.Kind.Severity))
        {
            log.Add(fault.At(Line, title, value));
        }
        else
        {
            log.AddUnkept();
        }
    }
}
