using System.Runtime.InteropServices;
using Ita.App.Agencies;

namespace Ita.App.Desk.Bodies;

/// <summary>Joins the registry of a year with its results and those of the year before. The lists of the newest years are kept in memory until a row
/// changes.</summary>
public sealed class BodyList(AgencyTable agencies, ResultTable results) : IDisposable
{
    private const int YearsKept = 4;

    private readonly ListFigures<FiscalYear, ImmutableArray<Body>> lists = new(YearsKept);

    public void Dispose() => lists.Dispose();

    /// <summary>Every agency that is registered or has a result, in the order of codes.</summary>
    public async Task<ImmutableArray<Body>> ReadAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        var before = results.BriefsAsync(FiscalYear.FromBuddhistEra(year.BuddhistEra - 1), cancellationToken);
        var registered = agencies.AllAsync(year, cancellationToken);
        var now = results.BriefsAsync(year, cancellationToken);
        await Task.WhenAll(before, registered, now);
        var (earlier, registry, briefs) = (await before, await registered, await now);
        object?[] sources = [Array(earlier), Array(registry), Array(briefs)];
        return lists.Get(year, sources, () => Join(registry, briefs, earlier));
    }

    private static T[]? Array<T>(ImmutableArray<T> list) => ImmutableCollectionsMarshal.AsArray(list);

    private static ImmutableArray<Body> Join(
        ImmutableArray<Agency> registry, ImmutableArray<ResultBrief> briefs, ImmutableArray<ResultBrief> briefsBefore)
    {
        var before = briefsBefore.ToDictionary(brief => brief.Agency, brief => brief.Total);
        var bodies = new SortedDictionary<string, Body>(StringComparer.Ordinal);
        foreach (var agency in registry)
        {
            bodies[agency.Code] = new(
                agency.Code, agency.Name, agency.Type, agency.Province, BodyState.NothingSent, null, null,
                before.GetValueOrDefault(agency.Code));
        }

        foreach (var brief in briefs)
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
}
