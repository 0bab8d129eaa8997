using Ita.App.Agencies;

namespace Ita.App.Uploads;

/// <summary>Finds which agency codes are stored for a year: in the registry or with a result.</summary>
public sealed class StoredCodes(AgencyTable agencies, ResultTable results)
{
    /// <summary>Up to this number, codes are read one by one; more are read as a range of the year's rows.</summary>
    private const int FewCodes = 40;

    /// <summary>Fewer rows than <see cref="EntityTable"/> reads as a range.</summary>
    private const int OneByOne = 7;

    /// <summary>The names by code, null where an agency has none. See <see cref="Intake.KnownAgencies"/>.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string?>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in codes.Chunk(codes.Count > FewCodes ? codes.Count : OneByOne))
        {
            foreach (var scored in (await results.BriefsAsync(year, [.. part.Select(TableKey.Escape)], cancellationToken)).Values)
            {
                names[scored.Agency] = scored.Name;
            }

            foreach (var registered in (await agencies.FindAsync(year, part, cancellationToken)).Values)
            {
                names[registered.Code] = registered.Name ?? names.GetValueOrDefault(registered.Code);
            }
        }

        return names;
    }
}
