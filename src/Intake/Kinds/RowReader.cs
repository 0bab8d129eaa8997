using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake.Cells;
using Ita.Intake.Columns;
using Ita.Intake.Headers;
using Ita.Intake.Outcomes;
using Ita.Intake.Problems;
using Ita.Intake.Tables;
using Ita.Intake.Text;

namespace Ita.Intake.Kinds;

/// <summary>Reads the rows of one kind of file into what they say.</summary>
internal abstract class RowReader(HeaderRow header, RowReport report, Func<int, Framework?> frameworks)
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> fallen = new(StringComparer.Ordinal);
    private readonly CellCache<string> codeCells = new(AgencyCodeCell.Read);
    private readonly CellCache<YearBook> yearCells = new(new YearBooks(frameworks).Read);
    private readonly int yearColumn = header.IndexOf(Column.FiscalYear);
    private readonly int codeColumn = header.IndexOf(Column.AgencyCode);

    private readonly int columnCount = header.Count;

    private string? lastCode;

    protected RowReport Report { get; } = report;

    /// <summary>Codes of all agencies of which a row could be told.</summary>
    public IReadOnlySet<string> Codes => codes;

    /// <summary>Codes of the agencies with a bad row.</summary>
    public IReadOnlySet<string> Fallen => fallen;

    /// <summary>Why the reader cannot go on; null while it can.</summary>
    public Fault? Refusal { get; protected set; }

    /// <summary>Whether the row is a line of a form that nobody has filled in: it says of what, and nothing of it.</summary>
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
        if (hasYear && hasCode && !ShowsErrors(rows))
        {
            Read(rows, book, code);
        }

        if (hasCode)
        {
            Count(code);
        }
    }

    /// <summary>Notes what shows only when all rows have been read.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>The sheets of the agencies that did not fall.</summary>
    public abstract IReadOnlyCollection<ScoreSheet> Sheets();

    public abstract ImmutableArray<Agency> Agencies();

    /// <summary>What assessors looked at and said, of the agencies that did not fall.</summary>
    public virtual ImmutableArray<Evidence> Evidence() => [];

    /// <summary>What agencies have taken on, of those that did not fall.</summary>
    public virtual ImmutableArray<AgencyMeasure> Measures() => [];

    protected abstract void Read(TableRows rows, YearBook book, string code);

    /// <summary>Whether the cells for which the row is there are all blank.</summary>
    protected virtual bool SaysNothing(TableRows rows) => false;

    private void Count(string code)
    {
        // The cache gives the same string for the same spelling, so that runs of one agency need no look-up.
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

    /// <summary>Cells that show #N/A or #REF! in columns we read; such a row is not read further.</summary>
    private bool ShowsErrors(TableRows rows)
    {
        var any = false;
        for (var column = 0; rows.HasErrors && column < header.Count; column++)
        {
            if (rows.IsError(column) && header.IsKnown(column))
            {
                any = true;
                Report.Note(new(ProblemCatalogue.CellError), column);
            }
        }

        return any;
    }

    /// <summary>Cells beyond the header hold what a comma too many cut off: the cells before them cannot be trusted.</summary>
    private void NoteExtraCells(TableRows rows)
    {
        if (HasExtraCells(rows))
        {
            Report.NoteRow(new Fault(ProblemCatalogue.ExtraCells)
                .With("expected", FormattableString.Invariant($"{header.Count}"))
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
