namespace Ita.Intake.Kinds.Totals;

/// <summary>Rows of the published total and rating of one agency and year each. The rank is not read: it follows from the totals.</summary>
internal sealed class TotalRows(RowContext context) : SheetRows(context)
{
    private readonly int totalColumn = context.Header.IndexOf(Column.Total);
    private readonly int ratingColumn = context.Header.IndexOf(Column.Rating);

    public override IntakeContent Content() => new IntakeContent.TotalsFile(Sheets(), Agencies());

    protected override bool SaysNothing(TableRows rows) => CellText.IsBlank(rows.Cell(totalColumn)) && CellText.IsBlank(rows.Cell(ratingColumn));

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        if (!CellText.IsBlank(rows.Cell(totalColumn)) && Report.Take(Scores.Read(rows.Cell(totalColumn)), totalColumn, out var total))
        {
            State(draft, book.NumberOf(ScoreKey.Total), total, NotStated, totalColumn);
        }

        if (!CellText.IsBlank(rows.Cell(ratingColumn)))
        {
            StateRating(draft, ratingColumn);
        }
    }

    protected override int ColumnOf(ScoreKey key) => totalColumn;
}
