using Ita.Domain.Texts;

namespace Ita.Intake.Rows;

/// <summary>Puts the faults of the current row's cells into the log, with their place.</summary>
internal sealed class RowReport(TableRows rows, HeaderRow header, ProblemLog log)
{
    private readonly HashSet<Fault> reported = new(ReferenceEqualityComparer.Instance);
    private bool showsCodesAlone;
    private bool isGarbled;

    /// <summary>Whether the current row has an error.</summary>
    public bool IsBad { get; private set; }

    /// <summary>Whether the current row has an error that lets one doubt the file.</summary>
    public bool IsDoubtful { get; private set; }

    public int Line => rows.Line;

    /// <summary>How many rows have a text that was read in the wrong encoding.</summary>
    public int GarbledRows { get; private set; }

    /// <summary>The first of these rows; 0 when there is none.</summary>
    public int FirstGarbledLine { get; private set; }

    /// <summary>Shows only values that look like a code from now on, because any cell may hold a person's own words.</summary>
    public RowReport ShowingCodesAlone()
    {
        showsCodesAlone = true;
        return this;
    }

    public void BeginRow() => (IsBad, IsDoubtful, isGarbled) = (false, false, false);

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

    /// <summary>Takes the text of a cell that may be shown as words, or of one that is not shown (null).</summary>
    /// <inheritdoc cref="TakeOnce{T}"/>
    public bool TakeOnceShowing(Reading<string> reading, int column, string? shown, out string text)
    {
        text = reading.Value;
        if (reading.Fault is { } fault && (!reading.IsGood || reported.Add(fault)))
        {
            NoteShowing(fault, column, shown);
        }

        return reading.IsGood;
    }

    /// <summary>Takes the text of a cell that is stored, or notes that it cannot be read or is too long. Nothing of it is shown.</summary>
    /// <param name="limit">One of <see cref="TextLimits"/>.</param>
    /// <returns>Empty when the cell is blank or has such a fault.</returns>
    public string TakeText(int column, int limit)
    {
        if (column < 0 || !TakeOnceShowing(TextCell.Read(CellText.Trimmed(rows.Cell(column))), column, shown: null, out var text))
        {
            return "";
        }

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

    /// <inheritdoc cref="NoteAt(Fault, int)"/>
    public void NoteAt(Fault fault, int line, int column, string shown) => log.Add(fault.At(line, header.ShownTitleAt(column), shown));

    public void NoteRow(Fault fault) => Add(fault, title: null, value: null);

    private void Add(Fault fault, string? title, string? value)
    {
        IsBad |= fault.Kind.Reach is not ProblemReach.Note;
        IsDoubtful |= fault.Kind is { Reach: not ProblemReach.Note, SparesFile: false };
        if (fault.Kind == ProblemCatalogue.TextGarbled && !isGarbled)
        {
            isGarbled = true;
            GarbledRows++;
            FirstGarbledLine = FirstGarbledLine == 0 ? Line : FirstGarbledLine;
        }

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
