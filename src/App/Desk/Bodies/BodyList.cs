using Ita.App.Agencies;
using Ita.Domain.Naming;

namespace Ita.App.Desk.Bodies;

/// <summary>Joins the registry of a year with its results and those of the year before.</summary>
public sealed class BodyList(AgencyTable agencies, ResultTable results)
{
    private static readonly string[] Columns = [.. ResultBrief.Columns, ResultRow.StateColumn];

    /// <summary>Every agency that is registered or has a result, in the order of codes.</summary>
    public async Task<ImmutableArray<Body>> ReadAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        var before = await TotalsAsync(FiscalYear.FromBuddhistEra(year.BuddhistEra - 1), cancellationToken);
        var bodies = new SortedDictionary<string, Body>(StringComparer.Ordinal);
        await foreach (var agency in agencies.AllAsync(year, cancellationToken))
        {
            bodies[agency.Code] = new(
                agency.Code, agency.Name, Type(agency.Type), Province(agency.Province), BodyState.NothingSent, null, null,
                before.GetValueOrDefault(agency.Code));
        }

        await foreach (var row in results.AllAsync(year, cancellationToken, Columns))
        {
            var brief = ResultBrief.Read(row);
            var registered = bodies.GetValueOrDefault(brief.Agency);
            bodies[brief.Agency] = new(
                brief.Agency,
                registered?.Name ?? brief.Name,
                registered?.Type ?? brief.Type,
                registered?.Province ?? brief.Province,
                row.GetString(ResultRow.StateColumn) == StoredResult.Published ? BodyState.Published : BodyState.Draft,
                brief.Total,
                brief.Rating,
                before.GetValueOrDefault(brief.Agency));
        }

        return [.. bodies.Values];
    }

    private async Task<Dictionary<string, decimal?>> TotalsAsync(FiscalYear year, CancellationToken cancellationToken) =>
        await results.BriefsAsync(year, cancellationToken).ToDictionaryAsync(brief => brief.Agency, brief => brief.Total, null, cancellationToken);

    private static string? Type(string? name) => OfficialNames.AgencyTypes.Normalize(name);

    private static string? Province(string? name) => OfficialNames.Provinces.Normalize(name);
}
