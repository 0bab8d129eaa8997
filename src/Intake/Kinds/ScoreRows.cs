using System.Runtime.CompilerServices;
using Ita.Domain.Frameworks;
using Ita.Intake.Cells;
using Ita.Intake.Headers;
using Ita.Intake.Problems;
using Ita.Intake.Tables;

namespace Ita.Intake.Kinds;

/// <summary>Rows of one score each. A row without a score that says how many answered is an error; one that says neither is not filled in.</summary>
internal sealed class ScoreRows(HeaderRow header, RowReport report, Func<int, Framework?> frameworks, ScoreCell scoreCell)
    : SheetRows(header, report, frameworks)
{
    private const int NotStated = -1;

    private readonly int itemColumn = header.IndexOf(Column.Item);
    private readonly int scoreColumn = header.IndexOf(Column.Score);
    private readonly int respondentsColumn = header.IndexOf(Column.Respondents);
    private readonly int partColumn = header.IndexOf(Column.Part);

    protected override bool SaysNothing(TableRows rows) =>
        CellText.IsBlank(rows.Cell(scoreColumn)) && CellText.IsBlank(rows.Cell(respondentsColumn));

    // Optimised at once, as what it calls for each of a million rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool ReadAgain(TableRows rows, PlainRow row)
    {
        var respondents = NotStated;
        if (Last is not { } draft
            || !draft.Book.Items.TryFollow(row.Cell(itemColumn), out var item)
            || !TryKey(row, draft, item, out var key)
            || (respondentsColumn >= 0 && !row.Cell(respondentsColumn).IsEmpty && !WholeNumberCell.TryReadPlain(row.Cell(respondentsColumn), out respondents))
            || !TryState(draft, key, respondents, row.Cell(scoreColumn)))
        {
            return false;
        }

        ReadNaming(rows, draft);
        if (HasNames || item.Item.Label is not null)
        {
            KeepLabel(rows, draft, key, item.Item.Label);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryState(SheetDraft draft, int key, int respondents, ReadOnlySpan<byte> cell) => ScoreCell.TryReadHundredths(cell, out var hundredths)
        ? draft.TryAddHundredths(key, Report.Line, respondents, hundredths)
        : ScoreCell.TryReadPlain(cell, out var score) && draft.TryAdd(new(key, Report.Line, respondents, score));

    /// <summary>See <see cref="ReadKey"/>: where the part is one that was read before, or there is none and nothing to say about it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryKey(PlainRow row, SheetDraft draft, NumberedItem item, out int key)
    {
        var part = partColumn < 0 ? default : row.Cell(partColumn);
        key = item.Number;
        return part.IsEmpty ? item.IsWhole || (draft.PartMissingTold && item.OughtToSayPart) : item.TryPart(part, out key);
    }

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
        if (Report.Take(scoreCell.Read(rows.Cell(scoreColumn)), scoreColumn, out var score) && hasKey && hasRespondents)
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

        StateRating(draft, rows.Cell(scoreColumn), scoreColumn);
    }

    /// <summary>Which score it is, the part's column taken into account.</summary>
    private bool ReadKey(TableRows rows, YearBook book, SheetDraft draft, NumberedItem numbered, out int key)
    {
        key = numbered.Number;
        var item = numbered.Item;
        var cell = rows.Cell(partColumn);
        if (cell.IsEmpty && !item.WantsPart)
        {
            return true;
        }

        if (!Report.Take(PartCell.Read(cell, item.Instrument), partColumn, out var part) || IsConflict(item, part))
        {
            return false;
        }

        NoteMissing(draft, numbered, part);
        key = part is null ? key : book.NumberOf(item.Key with { Part = part });
        numbered.Remember(cell, key);
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
        if (part is null && item.OughtToSayPart && !draft.PartMissingTold)
        {
            draft.PartMissingTold = true;
            Report.Note(item.PartMissing, itemColumn);
        }
    }
}
