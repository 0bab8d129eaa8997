using Ita.Domain.Improvement;
using Ita.Domain.Texts;

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
            Keep(draft, Texts(draft.Year) with { Issue = issue, Items = named, Status = status, Percent = percent });
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

        if (LengthOf(measure) > TextLimits.MeasureJson)
        {
            Report.NoteTooLong(columns.Steps >= 0 ? columns.Steps : columns.Measure, TextLimits.MeasureJson);
        }

        earlier.Add(measure with { Id = FormattableString.Invariant($"m{earlier.Count + 1:00}") });
    }

    /// <summary>The most characters that the texts need in stored JSON: many short steps and addresses need more than their letters.</summary>
    private static int LengthOf(Measure measure)
    {
        const int perText = 20;
        return measure.Steps.Concat(measure.Evidence.Select(link => link.Url))
            .Concat([measure.Title, measure.Period, measure.Responsible, measure.Monitoring, measure.Result])
            .Sum(text => TextLimits.JsonLength(text) + perText);
    }

    private Measure Texts(FiscalYear year) => new(
        Id: "",
        year,
        FiscalYear.FromBuddhistEra(year.BuddhistEra + 1),
        Issue: null,
        Items: [],
        Report.TakeText(columns.Measure, TextLimits.MeasureTitle),
        StepsCell.Split(Report.TakeText(columns.Steps, TextLimits.MeasureSteps)),
        Report.TakeText(columns.Period, TextLimits.MeasureDetail),
        Report.TakeText(columns.Responsible, TextLimits.MeasureDetail),
        Report.TakeText(columns.Monitoring, TextLimits.MeasureDetail),
        Result: Report.TakeText(columns.Result, TextLimits.MeasureResult))
    {
        Evidence = Links(),
    };

    private ImmutableArray<EvidenceLink> Links()
    {
        var urls = Report.TakeText(columns.Url, TextLimits.Urls);
        if (!WebAddress.AreUsable(urls))
        {
            Report.NoteShowing(new(ProblemCatalogue.UrlUnusable), columns.Url, shown: null);
        }

        return [.. urls.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(url => new EvidenceLink(url))];
    }
}
