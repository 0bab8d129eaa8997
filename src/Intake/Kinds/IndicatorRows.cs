using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake.Cells;
using Ita.Intake.Columns;
using Ita.Intake.Headers;
using Ita.Intake.Problems;
using Ita.Intake.Tables;
using Ita.Intake.Text;

namespace Ita.Intake.Kinds;

/// <summary>Rows of one agency and year each, one column an indicator. An empty score cell is a score not given.</summary>
internal sealed class IndicatorRows(HeaderRow header, RowReport report, Func<int, Framework?> frameworks, ScoreCell scoreCell)
    : SheetRows(header, report, frameworks)
{
    private const int NotStated = -1;

    private readonly ImmutableArray<(ColumnName Name, int Index)> indicators = [.. header.Indicators];
    private readonly ImmutableArray<(int Indicator, string Label)> labels =
    [
        .. from column in header.Indicators
           let label = header.LabelAt(column.Index)
           where label is not null
           select (column.Name.Indicator!.Value, label),
    ];

    private readonly int totalColumn = header.IndexOf(Column.Total);
    private readonly int ratingColumn = header.IndexOf(Column.Rating);

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
            StateRating(draft, rows.Cell(ratingColumn), ratingColumn);
        }
    }

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
        if (Report.Take(scoreCell.Read(rows.Cell(column)), column, out var score))
        {
            State(draft, key, score, NotStated, column);
        }
    }

    private static Fault Unknown(Framework framework) => new Fault(ProblemCatalogue.UnknownItem)
        .With("year", framework.Year.ToString())
        .With("nearest", ScoreKey.Indicator(framework.Indicators.Max(indicator => indicator.Number)).Code);
}
