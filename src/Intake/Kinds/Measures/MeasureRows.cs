using Ita.Domain.Improvement;

namespace Ita.Intake.Kinds.Measures;

/// <summary>Rows of one measure each: what an agency has taken on after a year's result, and how far it is.</summary>
internal sealed class MeasureRows(RowContext context) : SheetRows(context)
{
    private readonly MeasureColumns columns = MeasureColumns.Find(context.Header);
    private readonly MeasureItems items = new(context.Report, context.Header.IndexOf(Column.Item));
    private readonly Dictionary<SheetDraft, List<Measure>> measures = [];

    public override IntakeContent Content() => new IntakeContent.MeasuresFile(Agencies(),
    [
        .. from draft in Standing()
           from measure in measures.GetValueOrDefault(draft, [])
           select new AgencyMeasure(draft.Code, measure),
    ]);

    protected override bool SaysNothing(TableRows rows)
    {
        foreach (var column in columns.All)
        {
            if (!CellText.IsBlank(rows.Cell(column)))
            {
                return false;
            }
        }

        return true;
    }

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        // Not &&, so that every cell of the row is checked.
        var isGood = HasTitle(rows)
            & Report.Take(IssueCell.Read(rows.Cell(columns.Issue), book.Framework), columns.Issue, out var issue)
            & items.Take(rows, book, out var named)
            & Report.Take(StatusCell.Read(rows.Cell(columns.Status)), columns.Status, out var status)
            & Report.Take(ReadPercent(rows.Cell(columns.Percent)), columns.Percent, out var percent);
        if (isGood)
        {
            Keep(draft, Texts(rows, draft.Year) with { Issue = issue, Items = named, Status = status, Percent = percent });
        }
    }

    private bool HasTitle(TableRows rows)
    {
        var isBlank = CellText.IsBlank(rows.Cell(columns.Measure));
        if (isBlank)
        {
            Report.Note(new(ProblemCatalogue.MeasureEmpty), columns.Measure);
        }

        return !isBlank;
    }

    private Reading<decimal> ReadPercent(ReadOnlySpan<byte> cell)
    {
        var reading = CellText.IsBlank(cell) ? 0m : Scores.Read(cell);
        return reading.IsGood ? reading : new Fault(ProblemCatalogue.PercentOutOfRange);
    }

    private void Keep(SheetDraft draft, Measure measure)
    {
        if (!measures.TryGetValue(draft, out var earlier))
        {
            measures.Add(draft, earlier = []);
        }

        earlier.Add(measure with { Id = FormattableString.Invariant($"m{earlier.Count + 1:00}") });
    }

    private Measure Texts(TableRows rows, FiscalYear year) => new(
        Id: "",
        year,
        FiscalYear.FromBuddhistEra(year.BuddhistEra + 1),
        Issue: null,
        Items: [],
        Text(rows, columns.Measure),
        StepsCell.Split(Text(rows, columns.Steps)),
        Text(rows, columns.Period),
        Text(rows, columns.Responsible),
        Text(rows, columns.Monitoring),
        Result: Text(rows, columns.Result))
    {
        Evidence = Links(rows),
    };

    private ImmutableArray<EvidenceLink> Links(TableRows rows)
    {
        var urls = Text(rows, columns.Url);
        if (!WebAddress.AreUsable(urls))
        {
            Report.NoteShowing(new(ProblemCatalogue.UrlUnusable), columns.Url, shown: null);
        }

        return [.. urls.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(url => new EvidenceLink(url))];
    }

    /// <returns>Empty where the cell is blank, and where it cannot be read, which is an error of the row.</returns>
    private string Text(TableRows rows, int column)
    {
        Report.TakeOnceShowing(column < 0 ? "" : TextCell.Read(CellText.Trimmed(rows.Cell(column))), column, shown: null, out var text);
        return text ?? "";
    }
}
