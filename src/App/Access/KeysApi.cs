using Ita.Intake.Cells;

namespace Ita.App.Access;

/// <summary>POST and GET keys, DELETE keys/{id}, GET audit: for operators.</summary>
internal static class KeysApi
{
    private const int LongestNote = 100;

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapPost("/keys", CreateAsync).Needs(Right.Operator).Succeeds<CreatedKey>(StatusCodes.Status201Created);
        api.MapGet("/keys", ListAsync).Needs(Right.Operator);
        api.MapDelete("/keys/{id}", RevokeAsync).Needs(Right.Operator).SucceedsEmpty(StatusCodes.Status204NoContent);
        api.MapGet("/audit", ListAuditAsync).Needs(Right.Operator);
    }

    private static async Task<Answer<CreatedKey>> CreateAsync(
        HttpContext context, KeyTable keys, AuditTable audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await WantedKey.ReadAsync(context.Request, cancellationToken) is not { } wanted || wanted.Note?.Length > LongestNote)
        {
            return Refusal.Invalid("key-invalid");
        }

        var key = KeyText.New();
        var by = context.Holder().Id;
        var record = new KeyRecord(key.Id, wanted.Scope, wanted.Agency, wanted.Note, by, clock.GetUtcNow(), null);
        await audit.AppendAsync(by, "key-created", key.Id, wanted.Note, cancellationToken);
        await keys.AddAsync(record, key.Hash(), cancellationToken);
        return Answer<CreatedKey>.With(
            new(record.Id, Names.Of(record.Scope), record.Agency, record.Note, record.CreatedAt, key.Full), StatusCodes.Status201Created);
    }

    private static async Task<Answer<ImmutableArray<KeyRecord>>> ListAsync(KeyTable keys, CancellationToken cancellationToken) =>
        (await keys.ListAsync(cancellationToken)).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal).ToImmutableArray();

    private static async Task<IResult> RevokeAsync(
        HttpContext context, string id, string? reason, KeyTable keys, AuditTable audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(id, cancellationToken) is not { } found)
        {
            return Refusal.NotFound().ToResult();
        }

        if (found.Record.RevokedAt is null)
        {
            await audit.AppendAsync(context.Holder().Id, "key-revoked", id, reason, cancellationToken);
            await keys.RevokeAsync(id, clock.GetUtcNow(), cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<Answer<AuditPage>> ListAuditAsync(
        string? month, int? pageSize, string? page, AuditTable audit, CancellationToken cancellationToken)
    {
        if (Paging.Size(pageSize) is not { } size)
        {
            return Refusal.Invalid("page-invalid");
        }

        var (entries, next) = await audit.PageAsync(month ?? audit.ThisMonth(), size, page, cancellationToken);
        return new AuditPage(entries, next);
    }

    /// <param name="Key">The key itself; it is shown in this answer only.</param>
    private sealed record CreatedKey(string Id, string Scope, string? Agency, string? Note, DateTimeOffset CreatedAt, string Key);

    /// <param name="Next">The value of <c>page</c> for the next page; null on the last.</param>
    private sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);

    /// <summary>The body of POST keys.</summary>
    private sealed record WantedKey(KeyScope Scope, string? Agency, string? Note)
    {
        private sealed record Sent(string? Scope, string? Agency, string? Note);

        /// <summary>Null when the body is invalid. An agency's key names its agency; no other key does.</summary>
        public static async Task<WantedKey?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
        {
            var sent = await SentJson.ReadAsync<Sent>(request, cancellationToken);
            return Enum.TryParse<KeyScope>(sent?.Scope, ignoreCase: true, out var scope)
                && !char.IsAsciiDigit(sent.Scope[0])
                && scope == KeyScope.Agency == !string.IsNullOrWhiteSpace(sent.Agency)
                && (scope != KeyScope.Agency || AgencyCodes.Normalize(sent.Agency!) is not null)
                ? new(scope, scope == KeyScope.Agency ? AgencyCodes.Normalize(sent.Agency!) : null, sent.Note)
                : null;
        }
    }
}
