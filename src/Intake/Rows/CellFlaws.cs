namespace Ita.Intake.Rows;

/// <summary>Notes cells of a workbook that do not hold what they show, in the columns where it matters.</summary>
internal sealed class CellFlaws(HeaderRow header, RowReport report)
{
    /// <summary>Columns with decimals that count.</summary>
    private static readonly ImmutableArray<Column> Scores = [Column.Score, Column.Ind, Column.Total];

    /// <summary>Columns whose cells are compared digit by digit.</summary>
    private static readonly ImmutableArray<Column> Codes =
        [Column.AgencyCode, Column.Item, Column.Respondent, Column.FiscalYear, Column.Instrument, Column.Part];

    private readonly HashSet<(Column Column, int Index, CellFlawKind Kind)> noted = [];

    /// <summary>Notes the flaws of the row. A row with an error is not read further.</summary>
    /// <returns>Whether the row can be read.</returns>
    public bool AllowReading(TableRows rows)
    {
        var flaws = rows.Flaws;
        var isReadable = true;
        for (var index = 0; index < flaws.Count; index++)
        {
            isReadable &= Note(flaws[index]);
        }

        return isReadable;
    }

    private bool Note(CellFlaw flaw)
    {
        if (header.NameAt(flaw.Column) is not { Column: var column })
        {
            return true;
        }

        switch (flaw.Kind)
        {
            case CellFlawKind.Error:
                report.Note(new(ProblemCatalogue.CellError), flaw.Column);
                return false;
            case CellFlawKind.TooManyDigits when Codes.Contains(column):
                report.Note(new(ProblemCatalogue.CodeNotHeld), flaw.Column);
                return false;
            case CellFlawKind.Rescaled when Codes.Contains(column) && column is not Column.FiscalYear:
                report.Note(new(ProblemCatalogue.CodeRescaled), flaw.Column);
                return false;
            case CellFlawKind.Rounded when Scores.Contains(column):
                NoteOnce(column, flaw, ProblemCatalogue.DecimalsNotShown);
                return true;
            case CellFlawKind.Hidden:
                NoteOnce(column, flaw, ProblemCatalogue.NumberNotShown);
                return true;
            default:
                return true;
        }
    }

    /// <summary>A format is that of a whole column, so its first cell is named.</summary>
    private void NoteOnce(Column column, CellFlaw flaw, ProblemKind kind)
    {
        if (noted.Add((column, flaw.Column, flaw.Kind)))
        {
            report.Note(new Fault(kind).With("held", flaw.Held), flaw.Column);
        }
    }
}
