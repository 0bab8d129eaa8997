using Ita.Reports.Analysis;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>รายงานการวิเคราะห์ผลการประเมิน.</summary>
internal sealed class AnalysisDrafts(StoredResults results, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Analysis;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var stored = source.Stored;
        var before = await results.FindAsync(stored.Result.Year, -1, stored.Result.Agency.Code, source.IsPublished, cancellationToken);
        var model = new AnalysisModel(
            stored.Result,
            frameworks.Current.Get(stored.Result),
            before?.Result,
            source.Settings.ToThresholds(),
            stored.Version,
            stored.ComputedAt)
        {
            Settings = source.Settings,
            PreviousFramework = before?.Framework,
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
