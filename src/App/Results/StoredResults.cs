using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.App.Results;

/// <summary>A result with the framework it is explained by.</summary>
public sealed record Explained(AgencyResult Result, Framework Framework);

/// <summary>Reads the current result of an agency, and of the year before or after it.</summary>
public sealed class StoredResults(ResultTable results, ResultBlobs blobs)
{
    /// <summary>Null when there is none.</summary>
    public async Task<Explained?> FindAsync(FiscalYear year, string agency, CancellationToken stop) =>
        FrameworkCatalogue.TryGet(year.BuddhistEra, out var framework) && await results.FindAsync(year, agency, stop) is { } row
            ? new((await blobs.ReadAsync(row.Blob, stop)).Result, framework)
            : null;

    /// <summary>The result so many years later; before, when negative.</summary>
    public Task<Explained?> FindAsync(FiscalYear year, int later, string agency, CancellationToken stop) =>
        FindAsync(FiscalYear.FromBuddhistEra(year.BuddhistEra + later), agency, stop);

    /// <summary>The result an address names, or null with the answer to give.</summary>
    internal async Task<(Explained? Found, IResult Refusal)> AddressedAsync(int year, string agency, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return (null, refusal);
        }

        return await FindAsync(known, agency, stop) is { } found ? (found, TypedResults.Empty) : (null, ApiProblem.NotFound());
    }
}
