using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Reports.Measures;

namespace Ita.App.Reports.Kinds;

/// <summary>มาตรการส่งเสริมคุณธรรมและความโปร่งใส.</summary>
internal sealed class MeasuresDrafts(StoredPlans plans) : IReportDrafts
{
    public string Kind => ReportName.Measures;

    public async Task<ReportDraft> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var framework = FrameworkCatalogue.Get(stored.Result.Year);
        var model = new MeasuresModel(stored.Result, framework, ClassThresholds.Usual, plan.Measures, stored.Version, plan.At);
        return new(plan.At, seal => MeasuresReport.RenderAsync(model with { Verification = seal }, source.Options));
    }
}
