using System.Runtime.InteropServices;
using Ita.App.Agencies;
using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <summary>The ranking of a year, or one page of it.</summary>
/// <param name="Standings">Computed over the whole group.</param>
/// <param name="Places">The places of the page, best first; equal totals in the order of codes.</param>
/// <param name="Ranges">The ranks that each agency of the group with a total may have, by code.</param>
public sealed record Ranked(
    Standings Standings, IReadOnlyList<Placed<ResultBrief>> Places, ImmutableDictionary<string, RankRange> Ranges);

/// <summary>A group of agencies that an agency is ranked in.</summary>
/// <param name="Among">nation, province, type, typeInProvince or typeAndSize.</param>
/// <param name="Name">The name of the province or type; the size for typeAndSize; null for the nation.</param>
/// <param name="Range">Computes the ranks that the agency may have; null when it has no total.</param>
public sealed record RankedGroup(string Among, string? Name, Standings Group, Func<RankRange?> Range);

/// <summary>Ranks agencies by the total as shown, after rounding.</summary>
public sealed class AgencyRanking(ResultTable results, AgencyTable agencies) : IDisposable
{
    // The nation, every province and every type of a year.
    private const int MostKept = 120;

    private readonly ListFigures<(FiscalYear Year, string Group), ImmutableDictionary<string, RankRange>> ranges = new(MostKept);

    public void Dispose() => ranges.Dispose();

    /// <param name="size">Null for all.</param>
    /// <param name="page">From 1.</param>
    internal async Task<Ranked> RankAsync(FiscalYear year, GroupNames asked, int? size, int page, CancellationToken cancellationToken)
    {
        var all = await results.BriefsAsync(year, cancellationToken);
        var rows = all.Where(row => asked.Holds(row.Province, row.Type)).ToList();
        var standings = Of(rows);
        var ranges = RangesOf(year, $"{asked.Province}|{asked.Type}", all, rows);
        if (size is not { } count)
        {
            return new(standings, Placed(rows, standings), ranges);
        }

        // Only the rows between the best and the worst total of the page are sorted.
        var skip = (int)Math.Min((page - 1L) * count, int.MaxValue);
        return standings.Between(skip, count) is var (lowest, highest)
            ? new(standings, Page(Placed([.. rows.Where(row => row.Total >= lowest && row.Total <= highest)], standings), skip, count), ranges)
            : new(standings, [], ranges);
    }

    /// <summary>The agency's place in the nation, its province, its type, its type within its province, and its type and size; null when it has
    /// no result. A group is left out when it is not known that the agency belongs to it.</summary>
    /// <param name="publishedOnly">True to compare it with published results only.</param>
    public async Task<(ResultBrief Agency, IReadOnlyList<RankedGroup> Groups)?> FindAsync(
        FiscalYear year, string agency, bool publishedOnly, CancellationToken cancellationToken)
    {
        var all = await results.BriefsAsync(year, cancellationToken);
        if (all.FirstOrDefault(row => row.Agency == agency) is not { } own)
        {
            return null;
        }

        var sizes = (await agencies.AllAsync(year, cancellationToken)).ToDictionary(one => one.Code, one => SizeClasses.Of(one.InternalStaff));
        var size = sizes.GetValueOrDefault(agency);
        var rows = all.Where(row => row.IsPublished || !publishedOnly || row == own).ToList();
        var ofType = own.Type is null ? [] : rows.Where(row => row.Type == own.Type).ToList();
        return (own,
        [
            Group("nation", null, rows),
            Group("province", own.Province, own.Province is null ? [] : rows.Where(row => row.Province == own.Province)),
            Group("type", own.Type, ofType),
            Group("typeInProvince", own.Type, own.Province is null ? [] : ofType.Where(row => row.Province == own.Province)),
            Group("typeAndSize", size is { } known ? Names.Of(known) : null,
                size is null ? [] : ofType.Where(row => sizes.GetValueOrDefault(row.Agency) == size)),
        ]);

        RankedGroup Group(string among, string? name, IEnumerable<ResultBrief> group)
        {
            var members = group.ToList();
            var key = $"{among}|{name}|{own.Province}|{own.Type}|{publishedOnly}|{(publishedOnly && !own.IsPublished ? agency : null)}";
            return new(among, name, Of(members), () => RangesOf(year, key, all, members).TryGetValue(agency, out var range) ? range : null);
        }
    }

    private static Standings Of(List<ResultBrief> rows)
    {
        var standings = new Standings();
        rows.ForEach(row => standings.Add(row.Total, row.Without));
        return standings;
    }

    // The same numbers for the same year, so that a range changes with the results only.
    private ImmutableDictionary<string, RankRange> RangesOf(
        FiscalYear year, string group, ImmutableArray<ResultBrief> all, List<ResultBrief> rows) =>
        ranges.Get((year, group), [ImmutableCollectionsMarshal.AsArray(all)], () =>
        {
            var scored = rows.Where(row => row.Total is not null).ToList();
            var found = RankRanges.Of(
                [.. scored.Select(row => new OpenTotal(row.Total!.Value, row.Variance))], new Random(year.BuddhistEra).NextDouble);
            return scored.Zip(found).ToImmutableDictionary(pair => pair.First.Agency, pair => pair.Second, StringComparer.Ordinal);
        });

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
