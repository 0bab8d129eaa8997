using Ita.Intake.Kinds.Measures;

namespace Ita.Intake.Kinds.Remarks;

/// <summary>Reads what a remark is about, and in which instrument it was written.</summary>
internal sealed class RemarkPlace(RowReport report, HeaderRow header)
{
    private readonly int instrumentColumn = header.IndexOf(Column.Instrument);
    private readonly int itemColumn = header.IndexOf(Column.Item);
    private readonly int issueColumn = header.IndexOf(Column.Issue);

    /// <param name="found">The code of the instrument, and the code of the item or indicator or the number of the issue, or both.</param>
    /// <returns>Whether each cell is good and they agree.</returns>
    public bool Take(TableRows rows, YearBook book, out (string Instrument, string? Item, int? Issue) found)
    {
        found = default;

        // Not &&, so that every cell of the row is checked.
        var isGood = TakeInstrument(rows.Cell(instrumentColumn), book.Framework, out var stated)
            & TakeItem(rows, book, out var item)
            & report.Take(IssueCell.Read(rows.Cell(issueColumn), book.Framework), issueColumn, out var issue);
        if (!isGood || !Agree(book.Framework, stated, item, issue))
        {
            return false;
        }

        found = ((item?.Instrument ?? stated)!.Code, item?.Key.Code, issue);
        return true;
    }

    private bool TakeInstrument(ReadOnlySpan<byte> cell, Framework framework, out Instrument? instrument)
    {
        var plain = CellText.Plain(CellText.Trimmed(cell));
        instrument = plain.Length == 0 ? null : framework.Instruments.FirstOrDefault(
            one => one.Parts.Select(part => part.Code).Prepend(one.Code).Prepend(one.NameTh).Any(name => CellText.Plain(name) == plain));
        if (plain.Length == 0 || instrument is not null)
        {
            return true;
        }

        report.Note(
            new Fault(ProblemCatalogue.RemarkInstrumentUnknown).With("known", CodesOf(framework)).With("year", framework.Year.ToString()),
            instrumentColumn);
        return false;
    }

    private bool TakeItem(TableRows rows, YearBook book, out KnownItem? item)
    {
        item = null;
        if (CellText.IsBlank(rows.Cell(itemColumn)))
        {
            return true;
        }

        if (!report.TakeOnce(book.Items.Read(rows.Cell(itemColumn)), itemColumn, out var numbered))
        {
            return false;
        }

        item = numbered.Item;
        if (item.IsItem || IsIndicator(book.Framework, item.Key.Code))
        {
            return true;
        }

        report.Note(new Fault(ProblemCatalogue.RemarkItemUnusable).With("example", ExampleIn(book.Framework)), itemColumn);
        return false;
    }

    private bool Agree(Framework framework, Instrument? stated, KnownItem? item, int? issue)
    {
        if (item is null && issue is null)
        {
            report.NoteRow(new Fault(ProblemCatalogue.RemarkPlaceEmpty).With("example", ExampleIn(framework)));
            return false;
        }

        if (item is null && stated is null)
        {
            report.NoteRow(new Fault(ProblemCatalogue.RemarkInstrumentEmpty).With("known", CodesOf(framework)));
            return false;
        }

        if (item is not null && stated is not null && stated.Code != item.Instrument!.Code)
        {
            report.Note(
                new Fault(ProblemCatalogue.RemarkInstrumentDiffers).With("item", item.Key.Code).With("expected", item.Instrument.Code),
                instrumentColumn);
            return false;
        }

        return true;
    }

    private static string CodesOf(Framework framework) => string.Join(", ", framework.Instruments.Select(instrument => instrument.Code));

    private static bool IsIndicator(Framework framework, string code) =>
        framework.Indicators.Any(indicator => ScoreKey.Indicator(indicator.Number).Code == code);

    private static string ExampleIn(Framework framework) =>
        framework.Items.IsEmpty ? ScoreKey.Indicator(framework.Indicators[0].Number).Code : framework.Items[0].Code;
}
