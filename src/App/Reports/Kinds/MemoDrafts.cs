using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Reports.Memos;

namespace Ita.App.Reports.Kinds;

/// <summary>บันทึกข้อความ.</summary>
internal sealed class MemoDrafts(StoredPlans plans, LetterHeadTable heads) : IReportDrafts
{
    public string Kind => ReportName.Memo;

    public async Task<ReportDraft> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var model = new MemoModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            ClassThresholds.Usual,
            plan.Measures,
            plan.Measures.IsEmpty ? MemoPurpose.Analysis : MemoPurpose.Measures,
            await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, Kind, cancellationToken) ?? LetterHead.Blank,
            stored.Version,
            plan.At);
        return new(plan.At, seal => MemoReport.RenderAsync(model with { Verification = seal }, source.Options));
    }
}
