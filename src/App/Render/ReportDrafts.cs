using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.App.Measures;
using Ita.App.Results;
using Ita.App.Uploads;
using Ita.Reports.Analysis;
using Ita.Reports.Circulars;
using Ita.Reports.Documents;
using Ita.Reports.FollowUps;
using Ita.Reports.Measures;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;

namespace Ita.App.Render;

/// <summary>Gathers from storage what the reports of one agency say.</summary>
public sealed class ReportDrafts(
    ResultTable results, ResultBlobs blobs, UploadTable uploads, MeasureTable measures, PictureBlobs pictures, LetterHeadTable heads, SummaryDrafts summaries, PublicAddress address)
{
    /// <summary>Null when there is no such version of a result any more, or none of the agencies of a summary.</summary>
    /// <param name="asOf">The day by which rounds are overdue.</param>
    public async Task<RenderedReport?> DraftAsync(ReportName name, DateOnly asOf, CancellationToken stop)
    {
        var options = new ReportOptions(name.Digits);
        if (name.Kind == ReportName.Summary)
        {
            return await summaries.DraftAsync(name.Year, SummaryScope.Parse(name.Subject), options, stop);
        }

        var row = await results.FindAsync(name.Year, name.Subject, stop);
        if (row is null || row.Version != name.Version)
        {
            return null;
        }

        var stored = await blobs.ReadAsync(row.Blob, stop);
        return name.Kind switch
        {
            ReportName.Analysis => await AnalysisAsync(stored, options, stop),
            ReportName.Measures => await MeasuresAsync(stored, options, stop),
            ReportName.FollowUp => await FollowUpAsync(stored, asOf, options, stop),
            ReportName.Memo => await MemoAsync(stored, options, stop),
            ReportName.Circular => await CircularAsync(stored, options, stop),
            _ => throw new InvalidOperationException($"There is no report '{name.Kind}'."),
        };
    }

    private async Task<RenderedReport> AnalysisAsync(StoredResult stored, ReportOptions options, CancellationToken stop)
    {
        var upload = (await uploads.FindAsync(stored.Upload, stop))?.Upload;
        var before = await OfYearAsync(stored, -1, stop);
        var model = new AnalysisModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            before?.Result,
            ClassThresholds.Usual,
            new DataSource(upload?.Name ?? stored.Upload, stored.Upload),
            stored.Version,
            stored.ComputedAt);
        return await Report.RenderAsync(model, options);
    }

    private async Task<RenderedReport> MeasuresAsync(StoredResult stored, ReportOptions options, CancellationToken stop)
    {
        var (plan, at) = await PlanAsync(stored, stop);
        var model = new MeasuresModel(stored.Result, FrameworkCatalogue.Get(stored.Result.Year), ClassThresholds.Usual, plan, stored.Version, at);
        return await Report.RenderAsync(model, options);
    }

    private async Task<RenderedReport> FollowUpAsync(StoredResult stored, DateOnly asOf, ReportOptions options, CancellationToken stop)
    {
        var (plan, at) = await PlanAsync(stored, stop);
        var framework = FrameworkCatalogue.Get(stored.Result.Year);
        var after = await OfYearAsync(stored, 1, stop);
        var model = new FollowUpModel(stored.Result.Agency, stored.Result.Year, plan, asOf, stored.Version, at)
        {
            Framework = framework,
            Pictures = await PicturesAsync(stored, plan, stop),
            Effects = after is null
                ? []
                : DidItWork.Of(plan, YearOverYear.Of(stored.Result, framework, after.Result, FrameworkCatalogue.Get(after.Result.Year))),
        };
        return await Report.RenderAsync(model, options);
    }

    private async Task<RenderedReport> MemoAsync(StoredResult stored, ReportOptions options, CancellationToken stop)
    {
        var (plan, at) = await PlanAsync(stored, stop);
        var model = new MemoModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            ClassThresholds.Usual,
            plan,
            plan.IsEmpty ? ReportKind.Analysis : ReportKind.Measures,
            await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, ReportName.Memo, stop) ?? LetterHead.Blank,
            stored.Version,
            at);
        return await Report.RenderAsync(model, options);
    }

    private async Task<RenderedReport> CircularAsync(StoredResult stored, ReportOptions options, CancellationToken stop)
    {
        var (plan, at) = await PlanAsync(stored, stop);
        var about = plan.IsEmpty ? ReportKind.Analysis : ReportKind.Measures;
        var model = new CircularModel(
            stored.Result.Agency,
            stored.Result.Year,
            plan.Select(measure => measure.CarriedOut).DefaultIfEmpty(Domain.FiscalYear.FromBuddhistEra(stored.Result.Year.BuddhistEra + 1)).Max()!,
            about,
            await heads.FindAsync(stored.Result.Year, stored.Result.Agency.Code, ReportName.Circular, stop) ?? LetterHead.Blank,
            new Uri(address.Url, $"/api/v1/reports/{stored.Result.Year}/{Uri.EscapeDataString(stored.Result.Agency.Code)}/{about.Code}?format=pdf"),
            stored.Version,
            at);
        return await Report.RenderAsync(model, options);
    }

    private async Task<(ImmutableArray<Measure> Plan, DateTimeOffset At)> PlanAsync(StoredResult stored, CancellationToken stop)
    {
        var (plan, changedAt) = await measures.PlanAsync(stored.Result.Year, stored.Result.Agency.Code, stop);
        return (plan, changedAt is { } at && at > stored.ComputedAt ? at : stored.ComputedAt);
    }

    private async Task<ImmutableDictionary<string, byte[]>> PicturesAsync(StoredResult stored, ImmutableArray<Measure> plan, CancellationToken stop)
    {
        var files = ImmutableDictionary.CreateBuilder<string, byte[]>();
        foreach (var (measure, picture) in plan.SelectMany(measure => measure.Pictures, (measure, picture) => (measure, picture)))
        {
            files[picture.Id] = await pictures.ReadAsync(stored.Result.Year, stored.Result.Agency.Code, measure.Id, picture.Id, stop);
        }

        return files.ToImmutable();
    }

    private async Task<StoredResult?> OfYearAsync(StoredResult stored, int later, CancellationToken stop)
    {
        var year = Domain.FiscalYear.FromBuddhistEra(stored.Result.Year.BuddhistEra + later);
        return await results.FindAsync(year, stored.Result.Agency.Code, stop) is { } row ? await blobs.ReadAsync(row.Blob, stop) : null;
    }
}
