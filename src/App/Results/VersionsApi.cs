using System.Text.Json;
using Ita.App.Access;
using Ita.App.Surveys;
using Ita.App.Uploads;
using Ita.App.Web;

namespace Ita.App.Results;

/// <summary>GET results/{year}/{agency}/versions, GET …/diff?from=&amp;to=, POST …/publish.</summary>
internal static class VersionsApi
{
    public static void MapVersions(this RouteGroupBuilder api)
    {
        api.MapGet("/results/{year:int}/{agency}/versions", VersionsAsync).TellingVersionsApart();
        api.MapGet("/results/{year:int}/{agency}/diff", DiffAsync).TellingVersionsApart();
        api.MapPost("/results/{year:int}/{agency}/publish", PublishAsync).Needs(Right.AnyAgency);
    }

    private static async Task<IResult> VersionsAsync(int year, string agency, HttpContext context, ResultTable results, CancellationToken stop) =>
        await FiscalYears.RowAsync(year, agency, results, stop) switch
        {
            ({ } known, _) when known.ReadableBy(context) is var row => TypedResults.Json(new { current = row.Version, row.Published, versions = row.History.Select(Entry) }, ApiJson.Options),
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
        int year, string agency, int? from, int? to, HttpContext context, ResultTable results, ResultBlobs blobs, CancellationToken stop)
    {
        var (known, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (known is null)
        {
            return refusal;
        }

        var row = known.ReadableBy(context);
        return await VersionDiff.FindAsync(row, from, to, blobs, stop) is { } found
            ? TypedResults.Json(DiffObject.Of(found.Diff, found.From, found.To.Version, found.To.Reason, found.To.By), ApiJson.Options)
            : ApiProblem.Of(StatusCodes.Status404NotFound, "no-version", ("versions", string.Join(", ", row.History.Select(entry => entry.Version))));
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
            var by = context.Holder().Id;
            if (await ReasonAsync(context.Request, stop) is not (true, var reason))
            {
                return Reasons.Refusal();
            }

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

    // Not read: neither empty nor JSON, or too long to be kept.
    private static async Task<(bool IsRead, string? Reason)> ReasonAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength is 0)
        {
            return (true, null);
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: stop);
            var reason = Reasons.Plain(body.ValueKind == JsonValueKind.Object && body.TryGetProperty("reason", out var stated) ? stated.GetString() : null);
            return (body.ValueKind == JsonValueKind.Object && !Reasons.IsTooLong(reason), reason);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (false, null);
        }
    }
}
