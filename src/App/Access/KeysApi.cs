using System.Text.Json;
using Ita.App.Web;

namespace Ita.App.Access;

/// <summary>POST, GET keys, DELETE keys/{id}, GET audit: the operator's.</summary>
internal static class KeysApi
{
    private const int LongestNote = 100;

    public static void MapKeys(this RouteGroupBuilder api)
    {
        api.MapPost("/keys", CreateAsync).Needs(Right.Operator);
        api.MapGet("/keys", ListAsync).Needs(Right.Operator);
        api.MapDelete("/keys/{id}", RevokeAsync).Needs(Right.Operator);
        api.MapGet("/audit", AuditAsync).Needs(Right.Operator);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, KeyTable keys, AuditTable audit, TimeProvider clock, CancellationToken stop)
    {
        if (await WantedKey.ReadAsync(context.Request, stop) is not { } wanted || wanted.Note?.Length > LongestNote)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "key-invalid");
        }

        var key = KeyText.New();
        var by = context.Holder().Id;
        var record = new KeyRecord(key.Id, wanted.Scope, wanted.Agency, wanted.Note, by, clock.GetUtcNow(), null);
        await audit.AppendAsync(by, "key-created", key.Id, wanted.Note, stop);
        await keys.AddAsync(record, key.Hash(), stop);
        return TypedResults.Json(
            new { record.Id, scope = Names.Of(record.Scope), record.Agency, record.Note, record.CreatedAt, key = key.Full },
            ApiJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(KeyTable keys, CancellationToken stop) => TypedResults.Json(
        (await keys.ListAsync(stop)).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal), ApiJson.Options);

    private static async Task<IResult> RevokeAsync(
        HttpContext context, string id, string? reason, KeyTable keys, AuditTable audit, TimeProvider clock, CancellationToken stop)
    {
        if (await keys.FindAsync(id, stop) is not { } found)
        {
            return ApiProblem.NotFound();
        }

        if (found.Record.RevokedAt is null)
        {
            await audit.AppendAsync(context.Holder().Id, "key-revoked", id, reason, stop);
            await keys.RevokeAsync(id, clock.GetUtcNow(), stop);
        }

        return TypedResults.NoContent();
    }

    private static async Task<IResult> AuditAsync(string? month, int? pageSize, string? page, AuditTable audit, CancellationToken stop)
    {
        if (Paging.Size(pageSize) is not { } size)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "page-invalid");
        }

        var (entries, next) = await audit.PageAsync(month ?? audit.ThisMonth(), size, page, stop);
        return TypedResults.Json(new { entries, next }, ApiJson.Options);
    }

    /// <summary>A key as it is asked for.</summary>
    private sealed record WantedKey(KeyScope Scope, string? Agency, string? Note)
    {
        private sealed record Sent(string? Scope, string? Agency, string? Note);

        /// <summary>Null when it cannot be read: an agency's key names its agency, and no other key does.</summary>
        public static async Task<WantedKey?> ReadAsync(HttpRequest request, CancellationToken stop)
        {
            var sent = await SentJson.ReadAsync<Sent>(request, stop);
            return Enum.TryParse<KeyScope>(sent?.Scope, ignoreCase: true, out var scope)
                && !char.IsAsciiDigit(sent.Scope[0])
                && scope == KeyScope.Agency == !string.IsNullOrWhiteSpace(sent.Agency)
                ? new(scope, string.IsNullOrWhiteSpace(sent.Agency) ? null : sent.Agency.Trim(), sent.Note)
                : null;
        }
    }
}
