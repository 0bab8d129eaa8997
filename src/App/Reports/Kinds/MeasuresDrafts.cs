using Ita.Reports.Measures;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>มาตรการส่งเสริมคุณธรรมและความโปร่งใส.</summary>
internal sealed class MeasuresDrafts(StoredResults results, StoredPlans plans, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Measures;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var framework = frameworks.Current.Get(stored.Result);
        var before = await results.FindAsync(stored.Result.Year, -1, stored.Result.Agency.Code, source.IsPublished, cancellationToken);
        var model = new MeasuresModel(stored.Result, framework, source.Settings.ToThresholds(), plan.Measures, stored.Version, plan.At)
        {
            Settings = source.Settings,
            Previous = before?.Result,
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
