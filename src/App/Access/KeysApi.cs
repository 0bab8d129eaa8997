using Ita.Domain.Texts;
using Ita.Intake.Cells;

namespace Ita.App.Access;

/// <summary>POST and GET keys, DELETE keys/{id}, GET audit: for operators.</summary>
internal static class KeysApi
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapPost("/keys", CreateAsync).Needs(Right.Operator).TakesBody().Succeeds<CreatedKey>(StatusCodes.Status201Created);
        api.MapGet("/keys", ListAsync).Needs(Right.Operator);
        api.MapDelete("/keys/{id}", RevokeAsync).Needs(Right.Operator).SucceedsEmpty(StatusCodes.Status204NoContent);
        api.MapGet("/audit", ListAuditAsync).Needs(Right.Operator);
    }

    private static async Task<Answer<CreatedKey>> CreateAsync(
        HttpContext context, KeyTable keys, AuditTable audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = await WantedKey.ReadAsync(context.Request, ThaiClock.Today(clock), cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var wanted = read.Value;
        var key = KeyText.New();
        var by = context.Holder().Id;
        var record = new KeyRecord(key.Id, wanted.Scope, wanted.Agency, wanted.Note, by, clock.GetUtcNow(), null, wanted.ExpiresOn);
        await audit.AppendAsync(by, "key-created", key.Id, wanted.Note, cancellationToken);
        await keys.AddAsync(record, key.Hash(), cancellationToken);
        return Answer<CreatedKey>.With(
            new(record.Id, Names.Of(record.Scope), record.Agency, record.Note, record.CreatedAt, record.ExpiresOn, key.Full),
            StatusCodes.Status201Created);
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

        if (Reasons.Check(reason) is { } unusable)
        {
            return unusable.ToResult();
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

        if (month is not null && CommonEraDay.ReadMonth(month, nameof(month)).Problem is { } problem)
        {
            return Refusal.Invalid("month-invalid").Because(problem);
        }

        var (wanted, list) = (month ?? audit.ThisMonth(), $"audit {month ?? audit.ThisMonth()}");
        if (!PageToken.TryRead(list, page, out var token))
        {
            return PageToken.Unknown;
        }

        var (entries, next) = await audit.PageAsync(wanted, size, token, cancellationToken);
        return new AuditPage(entries, PageToken.Write(list, next));
    }

    /// <param name="Key">The key itself; it is shown in this answer only.</param>
    private sealed record CreatedKey(
        string Id, string Scope, string? Agency, string? Note, DateTimeOffset CreatedAt, DateOnly? ExpiresOn, string Key);

    /// <param name="Next">The value of <c>page</c> for the next page; null on the last.</param>
    private sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);

    /// <summary>The body of POST keys.</summary>
    private sealed record WantedKey(KeyScope Scope, string? Agency, string? Note, DateOnly? ExpiresOn)
    {
        private sealed record Sent(KeyScope Scope, string? Agency, string? Note, DateOnly? ExpiresOn);

        /// <summary>Refused when the body is invalid. An agency's key names its agency; no other key does. The last day is not
        /// before today.</summary>
        public static async Task<Outcome<WantedKey>> ReadAsync(HttpRequest request, DateOnly today, CancellationToken cancellationToken)
        {
            var invalid = Refusal.Invalid("key-invalid");
            var read = await JsonBody.ReadAsync<Sent>(request, invalid, cancellationToken);
            if (read.IsRefused)
            {
                return read.Refusal;
            }

            var (scope, agency) = (read.Value.Scope, string.IsNullOrWhiteSpace(read.Value.Agency) ? null : AgencyCodes.Normalize(read.Value.Agency));
            if (agency is null && !string.IsNullOrWhiteSpace(read.Value.Agency))
            {
                return invalid.Because(new Problem("key-agency", Severity.Error, Column: "agency"));
            }

            if (read.Value.ExpiresOn < today)
            {
                return invalid.Because(new Problem("key-expires-past", Severity.Error, Column: "expiresOn"));
            }

            return scope == KeyScope.Agency == agency is not null
                ? new WantedKey(scope, agency, read.Value.Note, read.Value.ExpiresOn)
                : invalid;
        }
    }
}
