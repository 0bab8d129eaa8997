using Microsoft.Net.Http.Headers;

namespace Ita.App.Results;

/// <summary>GET results, GET results/{year}, GET results/{year}/{agency}.</summary>
internal static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/results", (ResultTable results, int? pageSize, string? page, CancellationToken cancellationToken) =>
            ListAsync(results, null, pageSize, page, cancellationToken));
        api.MapGet("/results/{year:int}", ListYearAsync).Succeeds<ResultList>().SucceedsWithFile(TableFile.MediaTypes);
        api.MapGet("/results/{year:int}/{agency}", GetAsync)
            .SeparatingVersions()
            .Succeeds<ResultObject>()
            .SucceedsWithFile(TableFile.MediaTypes)
            .SucceedsEmpty(StatusCodes.Status304NotModified);
    }

    private static async Task<IResult> ListYearAsync(
        int year, ResultTable results, int? pageSize, string? page, string? format, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        return format switch
        {
            "csv" => await Exports.Indicators(frameworks.Get(known), results.AllAsync(known, cancellationToken)).ToCsvAsync(cancellationToken),
            "xlsx" => await Exports.Indicators(frameworks.Get(known), results.AllAsync(known, cancellationToken)).ToWorkbookAsync(cancellationToken),
            null or "json" => await ListAsync(results, known, pageSize, page, cancellationToken),
            _ => Refusal.Invalid("list-format-unknown").ToResult(),
        };
    }

    private static async Task<Answer<ResultList>> ListAsync(
        ResultTable results, FiscalYear? year, int? pageSize, string? page, CancellationToken cancellationToken)
    {
        if (Paging.Size(pageSize) is not { } size)
        {
            return Refusal.Invalid("page-invalid");
        }

        var list = $"results {year}";
        if (!PageToken.TryRead(list, page, out var token))
        {
            return PageToken.Unknown;
        }

        var (rows, next) = await results.PageAsync(year, size, token, cancellationToken);
        return new ResultList(rows.Select(ListedResult.From), PageToken.Write(list, next));
    }

    private static async Task<IResult> GetAsync(
        int year,
        string agency,
        int? version,
        string? format,
        ResultTable results,
        ResultBlobs blobs,
        ItemScoreTable items,
        HttpContext context,
        FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } current)
        {
            return Refusal.NotFound().ToResult();
        }

        var row = current.ReadableBy(context);
        return format switch
        {
            // Stated figures are stored for the current version only, which a caller without the right to read drafts may not see.
            "csv" or "xlsx" when row.Version == current.Version && (version ?? row.Version) == row.Version =>
                await ExportAsync(format, row, blobs, items, frameworks, cancellationToken),
            "csv" or "xlsx" => UnknownVersion(row.Version == current.Version ? [row.Version] : []),
            null or "json" => await ShowAsync(row, version ?? row.Version, blobs, context, frameworks, cancellationToken),
            _ => Refusal.Invalid("list-format-unknown").ToResult(),
        };
    }

    private static async Task<IResult> ShowAsync(
        ResultRow row, int version, ResultBlobs blobs, HttpContext context, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        if (row.Entry(version) is not { } entry)
        {
            return UnknownVersion(row.History.Select(one => one.Version));
        }

        var tag = new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(entry.Blob)}-{entry.State}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Compare(tag, useStrongComparison: false) || one == EntityTagHeaderValue.Any)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(await ObjectOfAsync(entry, blobs, frameworks, cancellationToken), ApiJson.Options);
    }

    private static async Task<ResultObject> ObjectOfAsync(
        VersionEntry entry, ResultBlobs blobs, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var stored = await blobs.ReadAsync(entry.Blob, cancellationToken);
        return ResultObject.From(stored, entry.State, frameworks.Get(stored.Result));
    }

    private static ProblemResult UnknownVersion(IEnumerable<int> versions) =>
        Refusal.NotFound("no-version", ("versions", string.Join(", ", versions.Select(one => one.ToString(CultureInfo.InvariantCulture)))))
            .ToResult();

    private static async Task<IResult> ExportAsync(
        string format, ResultRow row, ResultBlobs blobs, ItemScoreTable items, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var stored = await blobs.ReadAsync(row.Blob, cancellationToken);
        var known = await items.FindAsync(row.Year, [row.Agency], cancellationToken);
        var table = Exports.Items(stored, frameworks.Get(stored.Result), known[row.Agency].Sheet, $"{row.Year}-{row.Agency}");
        return format == "xlsx" ? await table.ToWorkbookAsync(cancellationToken) : await table.ToCsvAsync(cancellationToken);
    }

    /// <param name="Next">The value of <c>page</c> for the next page; null on the last.</param>
    private sealed record ResultList(IEnumerable<ListedResult> Results, string? Next);

    private sealed record ListedResult(
        FiscalYear FiscalYear,
        string AgencyCode,
        string? AgencyName,
        string? AgencyType,
        string? Province,
        int Version,
        string State,
        decimal? Total,
        string? Rating,
        string Upload,
        DateTimeOffset ComputedAt)
    {
        public static ListedResult From(ResultRow row) => new(
            row.Year, row.Agency, row.Name, row.Type, row.Province, row.Version, row.State, row.Total, row.Rating, row.Upload, row.ComputedAt);
    }
}
