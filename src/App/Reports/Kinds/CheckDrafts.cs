using Ita.App.Uploads;
using Ita.Reports.Analysis;
using Ita.Reports.Checks;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>แบบตรวจสอบร่าง.</summary>
internal sealed class CheckDrafts(StoredPlans plans, UploadTable uploads, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Check;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var upload = (await uploads.FindAsync(stored.Upload, cancellationToken))?.Upload;
        var model = new CheckModel(
            stored.Result,
            frameworks.Current.Get(stored.Result),
            source.Settings.ToThresholds(),
            plan.Measures,
            new DataSource(upload?.Name ?? stored.Upload, stored.Upload),
            stored.Version,
            plan.At)
        {
            Settings = source.Settings,
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
