using System.Globalization;
using Ita.App.Access;
using Ita.App.Uploads;
using Ita.App.Web;
using Ita.Domain;
using Microsoft.Net.Http.Headers;

namespace Ita.App.Results;

/// <summary>GET results, GET results/{year}, GET results/{year}/{agency}.</summary>
internal static class ResultsApi
{
    public static void MapResults(this RouteGroupBuilder api)
    {
        api.MapGet("/results", (ResultTable results, int? pageSize, string? page, CancellationToken stop) => ListAsync(results, null, pageSize, page, stop));
        api.MapGet("/results/{year:int}", YearAsync);
        api.MapGet("/results/{year:int}/{agency}", OneAsync).TellingVersionsApart();
    }

    private static async Task<IResult> YearAsync(
        int year, ResultTable results, int? pageSize, string? page, string? format, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return format switch
        {
            "csv" => TypedResults.File(
                await Exports.IndicatorsAsync(known, results.AllAsync(known, stop)), CsvText.ContentType, $"results-{known}.csv"),
            null or "json" => await ListAsync(results, known, pageSize, page, stop),
            _ => ApiProblem.Of(StatusCodes.Status400BadRequest, "list-format-unknown"),
        };
    }

    private static async Task<IResult> ListAsync(ResultTable results, FiscalYear? year, int? pageSize, string? page, CancellationToken stop)
    {
        if (Paging.Size(pageSize) is not { } size)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "page-invalid");
        }

        var (rows, next) = await results.PageAsync(year, size, page, stop);
        return TypedResults.Json(new { results = rows.Select(Brief), next }, ApiJson.Options);
    }

    private static object Brief(ResultRow row) => new
    {
        fiscalYear = row.Year,
        agencyCode = row.Agency,
        agencyName = row.Name,
        agencyType = row.Type,
        row.Province,
        row.Version,
        row.State,
        row.Total,
        row.Rating,
        row.Upload,
        row.ComputedAt,
    };

    private static async Task<IResult> OneAsync(
        int year,
        string agency,
        int? version,
        string? format,
        ResultTable results,
        ResultBlobs blobs,
        ItemScoreTable items,
        HttpContext context,
        CancellationToken stop)
    {
        var (current, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (current is null)
        {
            return refusal;
        }

        var row = current.ReadableBy(context);
        if (format == "csv")
        {
            // Stated figures are kept as they are now, not by version.
            return (version ?? row.Version) == current.Version
                ? await ItemsAsync(row, blobs, items, stop)
                : ApiProblem.Of(StatusCodes.Status404NotFound, "no-version", ("versions", Shown(current.Version)));
        }

        if (format is not (null or "json"))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "list-format-unknown");
        }

        if (row.Entry(version ?? row.Version) is not { } entry)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-version", ("versions", string.Join(", ", row.History.Select(one => one.Version))));
        }

        var tag = new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(entry.Blob)}-{entry.State}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Json(ResultObject.Of(await blobs.ReadAsync(entry.Blob, stop), entry.State), ApiJson.Options);
    }

    private static string Shown(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> ItemsAsync(ResultRow row, ResultBlobs blobs, ItemScoreTable items, CancellationToken stop)
    {
        var stored = await blobs.ReadAsync(row.Blob, stop);
        var known = await items.FindAsync(row.Year, [row.Agency], stop);
        return TypedResults.File(Exports.Items(stored, known[row.Agency].Sheet), CsvText.ContentType, $"{row.Year}-{row.Agency}.csv");
    }
}
