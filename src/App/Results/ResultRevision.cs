namespace Ita.App.Results;

/// <param name="Sha256">The SHA-256 of the blob's bytes.</param>
/// <param name="Path">Container and blob.</param>
public sealed record RevisedResult(int Version, string Sha256, string Path);

/// <summary>Scores an agency again with the current framework and registry, and verifies the stored blob.</summary>
public sealed class ResultRevision(ResultScoring scoring, ResultTable results, ResultBlobs blobs)
{
    /// <param name="at">The time of a new version, if the result changed.</param>
    /// <param name="by">The id of the key that causes it.</param>
    /// <returns>Null when the agency has no result.</returns>
    /// <exception cref="InvalidDataException">The blob differs from what was stored.</exception>
    public async Task<RevisedResult?> ReviseAsync(FiscalYear year, string agency, DateTimeOffset at, string by, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return null;
        }

        if (await scoring.ScoreAgainAsync(year, agency, new Origin(row.Upload, at, by, null), cancellationToken))
        {
            row = (await results.FindAsync(year, agency, cancellationToken))!;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(await blobs.BytesAsync(row.Blob, cancellationToken)));
        return ResultBlobs.IsNamedAfter(row.Blob, sha256)
            ? new(row.Version, sha256, $"{StorageNames.Containers.Results}/{row.Blob}")
            : throw new InvalidDataException($"The bytes of version {row.Version} do not match the hash in the blob's name.");
    }
}
