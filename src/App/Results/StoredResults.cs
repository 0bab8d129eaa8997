namespace Ita.App.Results;

/// <summary>A result and the framework with which it was computed.</summary>
public sealed record Explained(AgencyResult Result, Framework Framework);

/// <summary>Reads current results with their frameworks.</summary>
public sealed class StoredResults(ResultTable results, ResultBlobs blobs, KnownFrameworks frameworks)
{
    /// <summary>The current result of an agency; null when there is none.</summary>
    public async Task<Explained?> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await results.FindAsync(year, agency, cancellationToken) is { } row ? await ReadAsync(row, cancellationToken) : null;

    /// <summary>The result of a row that was read before; null when its year has no framework.</summary>
    public async Task<Explained?> ReadAsync(ResultRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (frameworks.Current.Find(row.Year.BuddhistEra) is null)
        {
            return null;
        }

        var result = (await blobs.ReadAsync(row.Blob, cancellationToken)).Result;
        return new(result, frameworks.Current.Get(result));
    }

    /// <summary>The result of the agency a number of years later, or earlier when negative.</summary>
    /// <param name="publishedOnly">True to read the newest published version, and null when none is published: what is shown to the
    /// public, or in a document of a published result, contains no draft of another year.</param>
    public async Task<Explained?> FindAsync(FiscalYear year, int later, string agency, bool publishedOnly, CancellationToken cancellationToken)
    {
        var other = FiscalYear.FromBuddhistEra(year.BuddhistEra + later);
        if (!publishedOnly)
        {
            return await FindAsync(other, agency, cancellationToken);
        }

        return await results.FindAsync(other, agency, cancellationToken) is { Published: not null } row
            ? await ReadAsync(row.AsPublished(), cancellationToken)
            : null;
    }
}
