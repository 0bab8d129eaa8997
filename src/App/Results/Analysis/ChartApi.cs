using Ita.App.Settings;
using Ita.Reports.Analysis;
using Ita.Reports.Embedding;
using Microsoft.Net.Http.Headers;

namespace Ita.App.Results.Analysis;

/// <summary>GET results/{year}/{agency}/chart.svg: the chart of a result, for pages of other sites.</summary>
internal static class ChartApi
{
    private const string MediaType = "image/svg+xml";

    public static void MapCharts(this IEndpointRouteBuilder api) => api
        .MapGet("/results/{year:int}/{agency}/chart.svg", DrawAsync)
        .SeparatingVersions()
        .WithMetadata(new Embeddable())
        .SucceedsWithFile(MediaType)
        .SucceedsEmpty(StatusCodes.Status304NotModified);

    private static async Task<IResult> DrawAsync(
        int year,
        string agency,
        ResultTable results,
        ResultBlobs blobs,
        SettingsTable settings,
        HttpContext context,
        FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        if (await results.FindAsync(known, agency, cancellationToken) is not { } current)
        {
            return Refusal.NotFound().ToResult();
        }

        var row = current.ReadableBy(context);
        var stored = await blobs.ReadAsync(row.Blob, cancellationToken);
        var thresholds = (await settings.FindAsync(known, agency, cancellationToken)).ToThresholds();
        var model = new AnalysisModel(
            stored.Result, frameworks.Get(stored.Result), Previous: null, thresholds, stored.Version, stored.ComputedAt);
        return await ResultChart.DrawAsync(model, isDraft: row.State != StoredResult.Published) is { } chart
            ? ToFile(Encoding.UTF8.GetBytes(chart))
            : Refusal.NotFound().ToResult();
    }

    // Answers 304 when the caller has these bytes.
    private static IResult ToFile(byte[] chart) => TypedResults.Bytes(
        chart, MediaType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(chart))}\""));
}
