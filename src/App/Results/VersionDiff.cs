namespace Ita.App.Results;

/// <summary>Two versions of a result and their differences.</summary>
/// <param name="From">0 when there was no version before.</param>
public sealed record VersionDiff(int From, VersionEntry To, ResultDiff Diff)
{
    /// <summary>Null when one of the versions is not in the row.</summary>
    /// <param name="from">The version before <paramref name="to"/> when null.</param>
    /// <param name="to">The current version when null.</param>
    public static async Task<VersionDiff?> FindAsync(ResultRow row, int? from, int? to, ResultBlobs blobs, CancellationToken cancellationToken)
    {
        var after = to ?? row.Version;
        var before = from ?? row.History.LastOrDefault(entry => entry.Version < after)?.Version ?? 0;
        var older = row.Entry(before);
        if (row.Entry(after) is not { } newer || (older is null && before != 0))
        {
            return null;
        }

        return new(before, newer, ResultDiff.Compare(
            older is null ? null : (await blobs.ReadAsync(older.Blob, cancellationToken)).Result,
            (await blobs.ReadAsync(newer.Blob, cancellationToken)).Result));
    }
}
