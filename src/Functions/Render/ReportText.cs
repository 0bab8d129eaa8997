using Ita.Domain;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Functions.Results;
using Ita.Functions.Uploads;
using Ita.Reports.Analysis;
using Ita.Reports.Text;

namespace Ita.Functions.Render;

/// <summary>The HTML of a report from the stored version of its result.</summary>
public sealed class ReportText(ResultTable results, ResultBlobs blobs, UploadTable uploads)
{
    public async Task<string> AnalysisAsync(StoredResult stored, Digits digits, CancellationToken cancellationToken)
    {
        var upload = (await uploads.FindAsync(stored.Upload, cancellationToken))?.Upload;
        var model = new AnalysisModel(
            stored.Result,
            FrameworkCatalogue.Get(stored.Result.Year),
            await PreviousAsync(stored.Result, cancellationToken),
            ClassThresholds.Usual,
            new DataSource(upload?.Name ?? stored.Upload, stored.Upload),
            stored.Version,
            stored.ComputedAt);
        return await AnalysisReport.RenderAsync(model, new ReportOptions(digits));
    }

    private async Task<AgencyResult?> PreviousAsync(AgencyResult result, CancellationToken cancellationToken)
    {
        var before = FiscalYear.FromBuddhistEra(result.Year.BuddhistEra - 1);
        return await results.FindAsync(before, result.Agency.Code, cancellationToken) is { } row
            ? (await blobs.ReadAsync(row.Blob, cancellationToken)).Result
            : null;
    }
}
