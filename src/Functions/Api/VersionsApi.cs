using System.Text.Json;
using Ita.Domain.Scoring;
using Ita.Functions.Audit;
using Ita.Functions.Keys;
using Ita.Functions.Results;
using Ita.Functions.Surveys;

namespace Ita.Functions.Api;

/// <summary>GET results/{year}/{agency}/versions, GET …/diff?from=&amp;to=, POST …/publish.</summary>
internal static class VersionsApi
{
    public static void MapVersions(this RouteGroupBuilder api)
    {
        api.MapGet("/results/{year:int}/{agency}/versions", VersionsAsync);
        api.MapGet("/results/{year:int}/{agency}/diff", DiffAsync);
        api.MapPost("/results/{year:int}/{agency}/publish", PublishAsync).Needs(Right.AnyAgency);
    }

    private static async Task<IResult> VersionsAsync(int year, string agency, ResultTable results, CancellationToken stop) =>
        await FiscalYears.RowAsync(year, agency, results, stop) switch
        {
            ({ } row, _) => TypedResults.Json(new { current = row.Version, row.Published, versions = row.History.Select(Entry) }, ApiJson.Options),
            (_, var refusal) => refusal,
        };

    private static object Entry(VersionEntry entry) => new
    {
        entry.Version,
        entry.State,
        entry.Total,
        entry.Rating,
        entry.Upload,
        entry.ComputedAt,
        entry.By,
        entry.Reason,
        entry.PublishedAt,
        entry.PublishedBy,
        entry.PublishReason,
    };

    private static async Task<IResult> DiffAsync(
        int year, string agency, int? from, int? to, ResultTable results, ResultBlobs blobs, CancellationToken stop)
    {
        var (row, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (row is null)
        {
            return refusal;
        }

        var after = to ?? row.Version;
        var before = from ?? after - 1;
        if (row.Entry(after) is not { } newer || (row.Entry(before) is null && before != 0))
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-version", ("versions", string.Join(", ", row.History.Select(entry => entry.Version))));
        }

        var diff = ResultDiff.Of(
            row.Entry(before) is { } older ? (await blobs.ReadAsync(older.Blob, stop)).Result : null,
            (await blobs.ReadAsync(newer.Blob, stop)).Result);
        return TypedResults.Json(DiffObject.Of(diff, before, after, newer.Reason, newer.By), ApiJson.Options);
    }

    private static async Task<IResult> PublishAsync(
        int year, string agency, HttpContext context, ResultTable results, SurveyClosing closing, AuditTable audit, TimeProvider clock, CancellationToken stop)
    {
        var (row, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (row is null)
        {
            return refusal;
        }

        // Published once is published: saying it again changes neither time nor reason.
        if (row.State != StoredResult.Published)
        {
            var (by, reason) = (context.Holder().Id, await ReasonAsync(context.Request, stop));
            if (await closing.PublishAsync(row.Year, agency, stop) is { } refused)
            {
                return ApiProblem.Of(refused);
            }

            await audit.AppendAsync(by, "published", $"{row.Year}/{row.Agency} v{row.Version}", reason, stop);
            row = row.PublishedNow(clock.GetUtcNow(), by, reason);
            await results.PublishAsync(row, stop);
        }

        return TypedResults.Json(Entry(row.Entry(row.Version)!), ApiJson.Options);
    }

    private static async Task<string?> ReasonAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength is null or 0)
        {
            return null;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: stop);
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("reason", out var reason) ? reason.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
