namespace Ita.App.Reports.Verifying;

/// <param name="Verdict">genuine, notGenuine or superseded.</param>
/// <param name="SupersededBy">The id of the print that replaces this one; null when there is none.</param>
/// <param name="Subject">The agency's code; for a summary its scope.</param>
public sealed record VerifiedReport(
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

/// <param name="Verdict">unknown.</param>
public sealed record UnknownReport(string Id, string Verdict = "unknown");

/// <summary>Compares a printed report, by the id of its seal, with what is stored.</summary>
public sealed class SealVerifier(ReportTable reports, ResultTable results)
{
    /// <param name="sha256">The hash of the PDF that is checked; null to check the seal only.</param>
    /// <returns>Null when no report has this id.</returns>
    public async Task<VerifiedReport?> VerifyAsync(string id, string? sha256, CancellationToken cancellationToken)
    {
        if (await reports.FindSealAsync(id, cancellationToken) is not { } seal)
        {
            return null;
        }

        var isAltered = sha256 is not null && !string.Equals(sha256.Trim(), seal.Sha256, StringComparison.OrdinalIgnoreCase);
        var newest = await FindNewestAsync(seal, cancellationToken);
        return new(
            id,
            isAltered ? "notGenuine" : newest is null || newest == id ? "genuine" : "superseded",
            newest == id ? null : newest,
            seal.Year,
            seal.Subject,
            seal.Kind,
            seal.Version,
            seal.Sha256,
            seal.ContentHash,
            seal.ComputedAt);
    }

    // The id of the newest version's last print of the same kind and digits; null when there is none. A version is superseded by the newest
    // published one, and by a draft only when there is no published one after it, because the existence of a draft is not public. What has
    // changed since the last print is not public either, so an outdated report is genuine until it is printed again.
    private async Task<string?> FindNewestAsync(SealRow seal, CancellationToken cancellationToken)
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
}
