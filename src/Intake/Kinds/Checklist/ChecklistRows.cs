using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Checklist;

/// <summary>Rows of what an assessor made of one item of the checklist each: a score that the item's scale has, the address, a comment.</summary>
internal sealed class ChecklistRows(RowContext context) : SheetRows(context)
{
    private readonly int itemColumn = context.Header.IndexOf(Column.Item);
    private readonly int scoreColumn = context.Header.IndexOf(Column.Score);
    private readonly int urlColumn = context.Header.IndexOf(Column.Url);
    private readonly int commentColumn = context.Header.IndexOf(Column.Comment);
    private readonly List<Evidence> evidence = [];

    public override IntakeContent Content() => new IntakeContent.ChecklistFile(Sheets(), Agencies(),
    [
        .. evidence.Where(seen => !Fallen.Contains(seen.AgencyCode))
            .OrderBy(seen => seen.Year)
            .ThenBy(seen => seen.AgencyCode, StringComparer.Ordinal)
            .ThenBy(seen => seen.Line),
    ]);

    protected override bool SaysNothing(TableRows rows) => CellText.IsBlank(rows.Cell(scoreColumn))
        && CellText.IsBlank(rows.Cell(urlColumn)) && CellText.IsBlank(rows.Cell(commentColumn));

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        var hasItem = TakeItem(rows, book.Items.Read(rows.Cell(itemColumn)), out var item);
        var hasScore = Report.Take(ReadScore(rows.Cell(scoreColumn)), scoreColumn, out var score);
        if (hasItem && hasScore && IsAllowed(book.Framework, item.Item.Key, score))
        {
            State(draft, item.Number, score, NotStated, scoreColumn);
            KeepLabel(rows, draft, item.Number, ownLabel: null);
            Keep(draft, item.Item.Key.Code);
        }
    }

    private bool TakeItem(TableRows rows, Reading<NumberedItem> reading, out NumberedItem item)
    {
        var isGood = Report.TakeOnce(reading, itemColumn, out item);
        if (isGood && item.Item is not { IsItem: true, Instrument.Answers: AnswerKind.Checklist })
        {
            Report.NoteShowing(new(ProblemCatalogue.ItemNotChecklist), itemColumn, ShownValue.OfWords(rows.Cell(itemColumn)));
            return false;
        }

        return isGood;
    }

    // A fraction of 1 is an error here, so its warning would say the same again.
    private Reading<decimal> ReadScore(ReadOnlySpan<byte> cell)
    {
        var reading = Scores.Read(cell);
        return reading.IsGood ? reading.Value : reading;
    }

    private bool IsAllowed(Framework framework, ScoreKey key, decimal score)
    {
        var points = framework.Scale(framework.Items.First(item => item.Code == key.Code).Scale).Choices.Select(choice => choice.Points);
        if (points.Contains(score))
        {
            return true;
        }

        Report.Note(
            new Fault(ProblemCatalogue.ScoreNotAllowed)
                .With("item", key.Code)
                .With("allowed", string.Join(", ", points.Select(allowed => allowed.ToString(CultureInfo.InvariantCulture)))),
            scoreColumn);
        return false;
    }

    private void Keep(SheetDraft draft, string item)
    {
        var url = Text(urlColumn, TextLimits.Urls);
        var comment = Text(commentColumn, TextLimits.Comment);
        if (url is not null && !WebAddress.AreUsable(url))
        {
            Report.NoteShowing(new(ProblemCatalogue.UrlUnusable), urlColumn, shown: null);
        }

        if (url is not null || comment is not null)
        {
            evidence.Add(new(draft.Year, draft.Code, item, url, comment, SheetLine.LineOf(Report.Line)));
        }
    }

    private string? Text(int column, int limit) => Report.TakeText(column, limit) is { Length: > 0 } text ? text : null;
}
