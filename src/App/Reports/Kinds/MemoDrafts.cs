using Ita.App.Emblems;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>บันทึกข้อความ.</summary>
internal class MemoDrafts(StoredPlans plans, LetterHeadTable heads, EmblemBlobs emblems, KnownFrameworks frameworks) : IReportDrafts
{
    public virtual ReportKind Kind => ReportKind.Memo;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var head = await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, Kind.Code, cancellationToken) ?? LetterHead.Blank;
        var model = new MemoModel(
            stored.Result,
            frameworks.Current.Get(stored.Result),
            source.Settings.ToThresholds(),
            plan.Measures,
            About(plan.Measures.IsEmpty),
            head.ForMemo(source.Settings),
            stored.Version,
            plan.At)
        {
            Settings = source.Settings,
            Today = Kind == ReportKind.FollowUpMemo ? source.AsOf : null,
            CarriedOutFramework = frameworks.Current.Find(stored.Result.Year.BuddhistEra + 1),
            Emblem = await emblems.FindShownAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken),
        };
        return await Report.RenderAsync(model, source.Options);
    }

    /// <summary>The report that the memo accompanies.</summary>
    protected virtual ReportKind About(bool isWithoutMeasures) => isWithoutMeasures ? ReportKind.Analysis : ReportKind.Measures;
}

/// <summary>บันทึกข้อความรายงานผล.</summary>
internal sealed class FollowUpMemoDrafts(StoredPlans plans, LetterHeadTable heads, EmblemBlobs emblems, KnownFrameworks frameworks)
    : MemoDrafts(plans, heads, emblems, frameworks)
{
    public override ReportKind Kind => ReportKind.FollowUpMemo;

    protected override ReportKind About(bool isWithoutMeasures) => ReportKind.FollowUp;
}
