using Ita.App.Emblems;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>บันทึกข้อความ.</summary>
internal sealed class MemoDrafts(StoredPlans plans, LetterHeadTable heads, EmblemBlobs emblems) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Memo;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var head = await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, Kind.Code, cancellationToken) ?? LetterHead.Blank;
        var model = new MemoModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            source.Settings.ToThresholds(),
            plan.Measures,
            plan.Measures.IsEmpty ? ReportKind.Analysis : ReportKind.Measures,
            head.ForMemo(source.Settings),
            stored.Version,
            plan.At)
        {
            Settings = source.Settings,
            CarriedOutFramework = FrameworkCatalogue.Find(stored.Result.Year.BuddhistEra + 1),
            Emblem = await emblems.FindShownAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken),
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
