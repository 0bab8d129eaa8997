using Ita.Domain.Analysis;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>บันทึกข้อความ.</summary>
internal sealed class MemoDrafts(StoredPlans plans, LetterHeadTable heads) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Memo;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var model = new MemoModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            ClassThresholds.Default,
            plan.Measures,
            plan.Measures.IsEmpty ? ReportKind.Analysis : ReportKind.Measures,
            await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, Kind.Code, cancellationToken) ?? LetterHead.Blank,
            stored.Version,
            plan.At);
        return await Report.RenderAsync(model, source.Options);
    }
}
