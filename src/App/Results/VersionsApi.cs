namespace Ita.App.Results;

/// <summary>GET results/{year}/{agency}/versions, GET …/diff?from=&amp;to=, POST …/publish.</summary>
internal static class VersionsApi
{
    public static void MapVersions(this IEndpointRouteBuilder api)
    {
        var result = api.MapGroup("/results/{year:int}/{agency}");
        result.MapGet("/versions", ListAsync).SeparatingVersions();
        result.MapGet("/diff", CompareAsync).SeparatingVersions();
        result.MapPost("/publish", PublishAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<Answer<VersionList>> ListAsync(
        int year, string agency, HttpContext context, ResultTable results, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } current)
        {
            return Refusal.NotFound();
        }

        var row = current.ReadableBy(context);
        return new VersionList(row.Version, row.Published, [.. row.History.Select(VersionObject.From)]);
    }

    private static async Task<Answer<DiffObject>> CompareAsync(
        int year, string agency, int? from, int? to, HttpContext context, ResultTable results, ResultBlobs blobs, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } current)
        {
            return Refusal.NotFound();
        }

        var row = current.ReadableBy(context);
        return await VersionDiff.FindAsync(row, from, to, blobs, cancellationToken) is { } found
            ? DiffObject.Create(found.Diff, found.From, found.To.Version, found.To.Reason, found.To.By)
            : Refusal.NotFound("no-version", ("versions", string.Join(", ", row.History.Select(entry => entry.Version))));
    }

    private static async Task<Answer<VersionObject>> PublishAsync(
        int year, string agency, HttpContext context, Publishing publishing, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync(context.Request, Reasons.Unusable(), cancellationToken, whenEmpty: new SentPublication());
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        var publication = new Publication(
            context.Holder(), Reasons.Plain(sent.Value.Reason), Version: null, Reasons.Plain(sent.Value.OverruleReason));
        return (await publishing.PublishAsync(FiscalYear.FromBuddhistEra(year), agency, publication, cancellationToken))
            .ToAnswer(VersionObject.From);
    }

    /// <param name="OverruleReason">Why open appeals are not waited for; left out when they are.</param>
    private sealed record SentPublication(string? Reason = null, string? OverruleReason = null);

    /// <param name="Published">The newest published version; null when none is.</param>
    private sealed record VersionList(int Current, int? Published, ImmutableArray<VersionObject> Versions);

    private sealed record VersionObject(
        int Version,
        string State,
        decimal? Total,
        string? Rating,
        string Upload,
        DateTimeOffset ComputedAt,
        string By,
        string? Reason,
        DateTimeOffset? PublishedAt,
        string? PublishedBy,
        string? PublishReason,
        string? OverruleReason)
    {
        public static VersionObject From(VersionEntry entry) => new(
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
            entry.OverruleReason);
    }
}
