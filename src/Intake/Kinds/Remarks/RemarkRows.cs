using Ita.Domain.Remarks;
using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Remarks;

/// <summary>Rows of one remark each. Personal data is masked at once, and no problem shows anything of a text.</summary>
internal sealed class RemarkRows : SheetRows
{
    /// <summary>What people write where they have nothing to say, in plain spelling.</summary>
    private static readonly HashSet<string> Nothing = new(
        ["", "–", "—", ".", "ไม่มี", "ไม่มีค่ะ", "ไม่มีครับ", "ไม่มีข้อเสนอแนะ", "ไม่มีข้อคิดเห็น", "ไม่มีความคิดเห็น", "ไม่มีความเห็น", "none", "no", "n/a"],
        StringComparer.Ordinal);

    private readonly int remarkColumn;
    private readonly RemarkPlace place;
    private readonly Dictionary<SheetDraft, List<Remark>> remarks = [];
    private readonly Dictionary<(SheetDraft Draft, string Instrument), int> lengths = [];

    public RemarkRows(RowContext context)
        : base(context)
    {
        Report.ShowingCodesAlone();
        remarkColumn = context.Header.IndexOf(Column.Remark);
        place = new(Report, context.Header);
    }

    public override IntakeContent Content() => new IntakeContent.RemarksFile(Agencies(),
    [
        .. from draft in Standing()
           where remarks.ContainsKey(draft)
           select new AgencyRemarks(draft.Year, draft.Code, RemarkSet.Create(draft.Book.Framework, remarks[draft])),
    ]);

    protected override bool SaysNothing(TableRows rows) =>
        CellText.IsBlank(rows.Cell(remarkColumn)) || Nothing.Contains(CellText.Plain(CellText.Trimmed(rows.Cell(remarkColumn))));

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        var hasPlace = place.Take(rows, book, out var about);
        var text = MaskedText.Of(Report.TakeText(remarkColumn, TextLimits.Remark));
        if (hasPlace && text.Length > 0)
        {
            Keep(draft, new(about.Instrument, text, about.Item, about.Issue));
        }
    }

    private void Keep(SheetDraft draft, Remark remark)
    {
        if (!remarks.TryGetValue(draft, out var earlier))
        {
            remarks.Add(draft, earlier = []);
        }

        var length = lengths.GetValueOrDefault((draft, remark.Instrument)) + LengthOf(remark);
        if (length > TextLimits.Remarks)
        {
            Report.NoteShowing(
                new Fault(ProblemCatalogue.RemarksTooMany).With("limit", TextLimits.Remarks.ToString("#,0", CultureInfo.InvariantCulture)),
                remarkColumn, shown: null);
            return;
        }

        lengths[(draft, remark.Instrument)] = length;
        earlier.Add(remark);
    }

    /// <summary>The most characters that a remark needs in stored JSON, with the names of its members.</summary>
    private static int LengthOf(Remark remark)
    {
        const int members = 60;
        return TextLimits.JsonLength(remark.Text) + members;
    }
}
