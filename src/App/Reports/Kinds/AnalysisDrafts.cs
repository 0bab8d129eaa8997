using Ita.App.Rankings;
using Ita.App.Remarks;
using Ita.Domain.Remarks;
using Ita.Reports.Analysis;
using Ita.Reports.Rendering;
using Ita.Reports.Text;

namespace Ita.App.Reports.Kinds;

/// <summary>รายงานการวิเคราะห์ผลการประเมิน.</summary>
internal sealed class AnalysisDrafts(
    StoredResults results, AgencyRanking ranking, BestTenths bestTenths, RemarkTable remarks, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Analysis;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var stored = source.Stored;
        var before = await results.FindAsync(stored.Result.Year, -1, stored.Result.Agency.Code, source.IsPublished, cancellationToken);
        var peers = await PeersAsync(stored.Result, cancellationToken);
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
            BestTenths = await bestTenths.FindAsync(stored.Result, cancellationToken),
            Peers = peers,
            PeersAsOf = peers.IsEmpty ? null : source.AsOf,
            Remarks = RemarkSet.InOrder(
                framework, await remarks.ListAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken)),
        };
        return await Report.RenderAsync(model, source.Options);
    }

    // Published results only: the document of a published result is public.
    private async Task<ImmutableArray<PeerFigures>> PeersAsync(AgencyResult result, CancellationToken cancellationToken) =>
        result.Total.Shown is { } total
        && await ranking.FindAsync(result.Year, result.Agency.Code, publishedOnly: true, cancellationToken) is { Groups: var groups }
            ? [.. from one in groups
                  where one.Group.Median is not null
                  select new PeerFigures(
                      PeerNames.Of(one.Among, one.Name, result.Agency.Type, result.Agency.Province),
                      one.Group.Scored,
                      one.Group.RankOf(total),
                      one.Group.PercentileOf(total)!.Value,
                      one.Group.Median!.Value)]
            : [];
}
