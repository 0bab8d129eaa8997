using Ita.App.Remarks;
using Ita.Domain.Remarks;
using Ita.Reports.Analysis;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>รายงานการวิเคราะห์ผลการประเมิน.</summary>
internal sealed class AnalysisDrafts(StoredResults results, RemarkTable remarks, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Analysis;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var stored = source.Stored;
        var before = await results.FindAsync(stored.Result.Year, -1, stored.Result.Agency.Code, source.IsPublished, cancellationToken);
        var framework = frameworks.Current.Get(stored.Result);
        var model = new AnalysisModel(
            stored.Result,
            framework,
            before?.Result,
            source.Settings.ToThresholds(),
            stored.Version,
            stored.ComputedAt)
        {
            Settings = source.Settings,
            PreviousFramework = before?.Framework,
            Remarks = RemarkSet.InOrder(
                framework, await remarks.ListAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken)),
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
