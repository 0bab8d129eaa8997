using Ita.App.Agencies;

namespace Ita.App.Desk.Bodies;

/// <summary>Joins the registry of a year with its results and those of the year before.</summary>
public sealed class BodyList(AgencyTable agencies, ResultTable results)
{
    /// <summary>Every agency that is registered or has a result, in the order of codes.</summary>
    public async Task<ImmutableArray<Body>> ReadAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        var before = await TotalsAsync(FiscalYear.FromBuddhistEra(year.BuddhistEra - 1), cancellationToken);
        var bodies = new SortedDictionary<string, Body>(StringComparer.Ordinal);
        foreach (var agency in await agencies.AllAsync(year, cancellationToken))
        {
            bodies[agency.Code] = new(
                agency.Code, agency.Name, agency.Type, agency.Province, BodyState.NothingSent, null, null,
                before.GetValueOrDefault(agency.Code));
        }

        foreach (var brief in await results.BriefsAsync(year, cancellationToken))
        {
            var registered = bodies.GetValueOrDefault(brief.Agency);
            bodies[brief.Agency] = new(
                brief.Agency,
                registered?.Name ?? brief.Name,
                registered?.Type ?? brief.Type,
                registered?.Province ?? brief.Province,
                brief.IsPublished ? BodyState.Published : BodyState.Draft,
                brief.Total,
                brief.Rating,
                before.GetValueOrDefault(brief.Agency))
            {
                Version = brief.Version,
            };
        }

        return [.. bodies.Values];
    }

    private async Task<Dictionary<string, decimal?>> TotalsAsync(FiscalYear year, CancellationToken cancellationToken) =>
        (await results.BriefsAsync(year, cancellationToken)).ToDictionary(brief => brief.Agency, brief => brief.Total);
}
