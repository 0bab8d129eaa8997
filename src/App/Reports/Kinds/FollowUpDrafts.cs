using Ita.App.Measures;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Reports.FollowUps;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>รายงานผลการดำเนินการตามมาตรการ.</summary>
internal sealed class FollowUpDrafts(StoredResults results, StoredPlans plans, PictureBlobs pictures, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.FollowUp;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var framework = frameworks.Current.Get(stored.Result);
        var after = await results.FindAsync(stored.Result.Year, 1, stored.Result.Agency.Code, source.IsPublished, cancellationToken);
        var model = new FollowUpModel(stored.Result.Agency, stored.Result.Year, plan.Measures, source.AsOf, stored.Version, plan.At)
        {
            Settings = source.Settings,
            Framework = framework,
            Pictures = await ReadPicturesAsync(stored, plan.Measures, cancellationToken),
            Effects = after is null
                ? []
                : MeasureOutcome.Compare(plan.Measures, YearOverYear.Compare(stored.Result, framework, after.Result, after.Framework)),
        };
        return await Report.RenderAsync(model, source.Options);
    }

    private async Task<ImmutableDictionary<string, byte[]>> ReadPicturesAsync(
        StoredResult stored, ImmutableArray<Measure> measures, CancellationToken cancellationToken)
    {
        var files = ImmutableDictionary.CreateBuilder<string, byte[]>();
        foreach (var (measure, picture) in measures.SelectMany(measure => measure.Pictures, (measure, picture) => (measure, picture)))
        {
            if (await pictures.FindAsync(stored.Result.Year, stored.Result.Agency.Code, measure.Id, picture.Id, cancellationToken) is { } file)
            {
                files[picture.Id] = file.Bytes;
            }
        }

        return files.ToImmutable();
    }
}
