namespace Ita.App.Reports;

/// <summary>GET verify/{id}?sha256=: whether a printed report is genuine and of the newest version. Public.</summary>
internal static class VerifyApi
{
    public static void MapVerify(this IEndpointRouteBuilder api) => api
        .MapGet("/verify/{id}", VerifyAsync)
        .Needs(Right.Anyone)
        .WithMetadata(new AnyId())
        .Succeeds<VerifiedReport>()
        .Produces<UnknownReport>(StatusCodes.Status404NotFound);

    private static async Task<IResult> VerifyAsync(
        string id, string? sha256, ReportTable reports, ResultTable results, CancellationToken cancellationToken)
    {
        if (await reports.FindSealAsync(id, cancellationToken) is not { } seal)
        {
            return TypedResults.Json(new UnknownReport(id, "unknown"), ApiJson.Options, statusCode: StatusCodes.Status404NotFound);
        }

        var isAltered = sha256 is not null && !string.Equals(sha256.Trim(), seal.Sha256, StringComparison.OrdinalIgnoreCase);
        var newest = await FindNewestAsync(seal, reports, results, cancellationToken);
        return TypedResults.Json(
            new VerifiedReport(
                id,
                isAltered ? "notGenuine" : newest is null || newest == id ? "genuine" : "superseded",
                newest == id ? null : newest,
                seal.Year,
                seal.Subject,
                seal.Kind,
                seal.Version,
                seal.Sha256,
                seal.ContentHash,
                seal.ComputedAt),
            ApiJson.Options);
    }

    // The id of the newest version's last print of the same kind and digits; null when there is none. A version is superseded by the newest
    // published one, and by a draft only when there is no published one after it, because the existence of a draft is not public. What has
    // changed since the last print is not public either, so an outdated report is genuine until it is printed again.
    private static async Task<string?> FindNewestAsync(SealRow seal, ReportTable reports, ResultTable results, CancellationToken cancellationToken)
    {
        var version = seal.Kind == ReportKind.Summary.Code
            ? seal.Version
            : NewestFor(seal.Version, await results.FindAsync(FiscalYear.FromBuddhistEra(seal.Year), seal.Subject, cancellationToken));
        var name = ReportName.From(new(seal.Year, seal.Subject, seal.Kind, version, seal.Digits, ""));
        return await reports.FindAsync(name, cancellationToken) is { } report ? report.Id ?? report.LastId : null;
    }

    private static int NewestFor(int version, ResultRow? row) => row switch
    {
        null => version,
        { Published: { } published } when published >= version => published,
        _ => row.Version,
    };

    private sealed record UnknownReport(string Id, string Verdict);

    /// <param name="Verdict">genuine, notGenuine or superseded.</param>
    private sealed record VerifiedReport(
        string Id,
        string Verdict,
        string? SupersededBy,
        int FiscalYear,
        string Subject,
        string Kind,
        int Version,
        string Sha256,
        string ContentHash,
        DateTimeOffset ComputedAt);
}
