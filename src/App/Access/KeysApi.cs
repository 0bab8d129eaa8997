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
        HttpContext context, KeyIssuing issuing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = await WantedKey.ReadAsync(context.Request, ThaiClock.Today(clock), cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var issued = await issuing.IssueAsync(KeyText.New(), read.Value, context.Holder().Id, cancellationToken);
        if (issued.IsRefused)
        {
            return issued.Refusal;
        }

        var (record, key) = issued.Value;
        return Answer<CreatedKey>.With(
            new(record.Id, Names.Of(record.Scope), record.Agency, record.Note, record.CreatedAt, record.ExpiresOn, key.Full),
            StatusCodes.Status201Created);
    }

    private static async Task<Answer<ImmutableArray<KeyRecord>>> ListAsync(KeyTable keys, CancellationToken cancellationToken) =>
        (await keys.ListAsync(cancellationToken)).OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal).ToImmutableArray();

    private static async Task<IResult> RevokeAsync(
        HttpContext context, string id, string? reason, KeyIssuing issuing, CancellationToken cancellationToken) =>
        await issuing.RevokeAsync(id, reason, context.Holder().Id, cancellationToken) is { } refusal
            ? refusal.ToResult()
            : TypedResults.NoContent();

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
}
