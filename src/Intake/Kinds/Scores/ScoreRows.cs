namespace Ita.Intake.Kinds.Scores;

/// <summary>Rows of one score each. A row without a score that says how many answered is an error; one that says neither is not filled in.</summary>
internal sealed class ScoreRows(RowContext context) : SheetRows(context)
{
    private readonly int itemColumn = context.Header.IndexOf(Column.Item);
    private readonly int scoreColumn = context.Header.IndexOf(Column.Score);
    private readonly int respondentsColumn = context.Header.IndexOf(Column.Respondents);
    private readonly int partColumn = context.Header.IndexOf(Column.Part);

    public override IntakeContent Content() => new IntakeContent.ScoresFile(Sheets(), Agencies());

    protected override bool SaysNothing(TableRows rows) =>
        CellText.IsBlank(rows.Cell(scoreColumn)) && CellText.IsBlank(rows.Cell(respondentsColumn));

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        var hasItem = Report.TakeOnce(book.Items.Read(rows.Cell(itemColumn)), itemColumn, out var item);
        var hasRespondents = Report.Take(WholeNumberCell.Read(rows.Cell(respondentsColumn)), respondentsColumn, out var respondents);
        if (!hasItem)
        {
            return;
        }

        if (item.Item.IsRating)
        {
            ReadRating(rows, draft);
            return;
        }

        var hasKey = ReadKey(rows, book, draft, item, out var key);
        if (Report.Take(Scores.Read(rows.Cell(scoreColumn)), scoreColumn, out var score) && hasKey && hasRespondents)
        {
            State(draft, key, score, respondents ?? NotStated, scoreColumn);
            KeepLabel(rows, draft, key, item.Item.Label);
        }
    }

    private void ReadRating(TableRows rows, SheetDraft draft)
    {
        if (CellText.IsBlank(rows.Cell(scoreColumn)))
        {
            Report.Note(new(ProblemCatalogue.ScoreEmpty), scoreColumn);
            return;
        }

        StateRating(draft, scoreColumn);
    }

    /// <summary>Which score it is, the part's column taken into account.</summary>
    private bool ReadKey(TableRows rows, YearBook book, SheetDraft draft, NumberedItem numbered, out int key)
    {
        key = numbered.Number;
        var item = numbered.Item;
        var cell = rows.Cell(partColumn);
        if (cell.IsEmpty && !numbered.WantsPart)
        {
            return true;
        }

        if (!Report.Take(PartCell.Read(cell, item.Instrument), partColumn, out var part) || IsConflict(item, part))
        {
            return false;
        }

        NoteMissing(draft, numbered, part);
        key = part is null ? key : book.NumberOf(item.Key with { Part = part });
        return true;
    }

    private bool IsConflict(KnownItem item, string? part)
    {
        var conflict = part is not null && item.Key.Part is { } own && own != part;
        if (conflict)
        {
            Report.Note(new Fault(ProblemCatalogue.PartConflict).With("expected", item.Key.Part!), partColumn);
        }

        return conflict;
    }

    /// <summary>Published figures of indicators and instruments are of both parts together; items ought to say which.</summary>
    private void NoteMissing(SheetDraft draft, NumberedItem item, string? part)
    {
        if (part is null && item.ExpectsPart && !draft.PartMissingReported)
        {
            draft.PartMissingReported = true;
            Report.Note(new Fault(ProblemCatalogue.PartMissing).With("instrument", item.Item.Instrument!.Code), itemColumn);
        }
    }
}
