using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <summary>The ranking of a year, or one page of it.</summary>
/// <param name="Standings">Computed over the whole group.</param>
/// <param name="Places">The places of the page, best first; equal totals in the order of codes.</param>
internal sealed record Ranked(Standings Standings, IReadOnlyList<Placed<ResultBrief>> Places);

/// <summary>A group of agencies that an agency is ranked in.</summary>
internal sealed record RankedGroup(string Among, string? Name, Standings Group);

/// <summary>Ranks agencies by the total as shown, after rounding.</summary>
internal sealed class AgencyRanking(ResultTable results)
{
    /// <param name="size">Null for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<Ranked> RankAsync(FiscalYear year, GroupNames asked, int? size, int page, CancellationToken cancellationToken)
    {
        var rows = (await results.BriefsAsync(year, cancellationToken)).Where(row => asked.Holds(row.Province, row.Type)).ToList();
        var standings = new Standings();
        rows.ForEach(row => standings.Add(row.Total, row.Without));
        if (size is not { } count)
        {
            return new(standings, Placed(rows, standings));
        }

        // Only the rows between the best and the worst total of the page are sorted.
        var skip = (int)Math.Min((page - 1L) * count, int.MaxValue);
        return standings.Between(skip, count) is var (lowest, highest)
            ? new(standings, Page(Placed([.. rows.Where(row => row.Total >= lowest && row.Total <= highest)], standings), skip, count))
            : new(standings, []);
    }

    /// <summary>The agency's place in the nation, its province, its type, and its type within its province; null when
    /// it has no result.</summary>
    public async Task<(ResultBrief Agency, IReadOnlyList<RankedGroup> Groups)?> FindAsync(
        FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } own)
        {
            return null;
        }

        var (nation, province, type, both) = (new Standings(), new Standings(), new Standings(), new Standings());
        foreach (var row in await results.BriefsAsync(year, cancellationToken))
        {
            nation.Add(row.Total, row.Without);
            Add(province, row, own.Province is not null && row.Province == own.Province);
            Add(type, row, own.Type is not null && row.Type == own.Type);
            Add(both, row, own.Province is not null && own.Type is not null && row.Province == own.Province && row.Type == own.Type);
        }

        var brief = new ResultBrief(own.Agency, own.Name, own.Type, own.Province, own.Version, own.Total, own.Rating);
        return (brief,
        [
            new("nation", null, nation), new("province", own.Province, province),
            new("type", own.Type, type), new("typeInProvince", own.Type, both),
        ]);
    }

    private static void Add(Standings group, ResultBrief row, bool belongs)
    {
        if (belongs)
        {
            group.Add(row.Total, row.Without);
        }
    }

    // Rows that share the first total of the page but belong to the page before are chosen with it; skip them.
    private static IReadOnlyList<Placed<ResultBrief>> Page(IReadOnlyList<Placed<ResultBrief>> places, int skip, int count) =>
        places.Count == 0 ? places : [.. places.Skip(skip - (places[0].Rank - 1)).Take(count)];

    // The ranks are those of the whole group, although only part of its rows is sorted.
    private static IReadOnlyList<Placed<ResultBrief>> Placed(IReadOnlyCollection<ResultBrief> rows, Standings standings)
    {
        var places = Places.Of(rows, row => row.Total);
        if (places.IsEmpty)
        {
            return [];
        }

        var before = standings.RankOf(places[0].Score) - 1;
        return [.. places.Select(place => place with { Rank = place.Rank + before })];
    }
}
