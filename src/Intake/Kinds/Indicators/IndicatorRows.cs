namespace Ita.Intake.Kinds.Indicators;

/// <summary>Rows of one agency and year each, one column an indicator. An empty score cell is a score not given.</summary>
internal sealed class IndicatorRows(RowContext context) : SheetRows(context)
{
    private readonly ImmutableArray<(ColumnName Name, int Index)> indicators = [.. context.Header.Indicators];
    private readonly ImmutableArray<(int Indicator, string Label)> labels =
    [
        .. from column in context.Header.Indicators
           let label = context.Header.LabelAt(column.Index)
           where label is not null
           select (column.Name.Indicator!.Value, label),
    ];

    private readonly int totalColumn = context.Header.IndexOf(Column.Total);
    private readonly int ratingColumn = context.Header.IndexOf(Column.Rating);

    public override IntakeContent Content() => new IntakeContent.IndicatorsFile(Sheets(), Agencies());

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        foreach (var (name, column) in indicators)
        {
            ReadIndicator(rows, book, draft, name.Indicator!.Value, column);
        }

        foreach (var (indicator, label) in labels)
        {
            draft.Label(book.NumberOf(ScoreKey.Indicator(indicator)), label);
        }

        if (!CellText.IsBlank(rows.Cell(totalColumn)))
        {
            ReadScore(rows, draft, book.NumberOf(ScoreKey.Total), totalColumn);
        }

        if (!CellText.IsBlank(rows.Cell(ratingColumn)))
        {
            StateRating(draft, ratingColumn);
        }
    }

    protected override int ColumnOf(ScoreKey key) => key == ScoreKey.Total
        ? totalColumn
        : indicators.First(column => ScoreKey.Indicator(column.Name.Indicator!.Value) == key).Index;

    private void ReadIndicator(TableRows rows, YearBook book, SheetDraft draft, int number, int column)
    {
        if (CellText.IsBlank(rows.Cell(column)))
        {
            return;
        }

        if (book.Framework.Indicators.Any(indicator => indicator.Number == number))
        {
            ReadScore(rows, draft, book.NumberOf(ScoreKey.Indicator(number)), column);
            return;
        }

        Report.Note(Unknown(book.Framework), column);
    }

    private void ReadScore(TableRows rows, SheetDraft draft, int key, int column)
    {
        if (Report.Take(Scores.Read(rows.Cell(column)), column, out var score))
        {
            State(draft, key, score, NotStated, column);
        }
    }

    private static Fault Unknown(Framework framework) => new Fault(ProblemCatalogue.UnknownItem)
        .With("year", framework.Year.ToString())
        .With("nearest", ScoreKey.Indicator(framework.Indicators.Max(indicator => indicator.Number)).Code);
}
