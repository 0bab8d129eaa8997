using Ita.App.Results;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <summary>
/// GET rankings/{year}?type=&amp;province=&amp;pageSize=&amp;page=&amp;format=: by the shown total, best first, ties sharing a rank.
/// GET rankings/{year}/{agency}: where one stands in the nation, its province and its type.
/// </summary>
internal static class RankingsApi
{
    private const string Basis = "total shown, two decimals; equal totals share a rank and the ranks they take up are left out";
    private const string PercentileBasis = "percent of the group's totals that are lower, counting half of the equal ones; only in groups of 10 totals or more";

    public static void MapRankings(this RouteGroupBuilder api)
    {
        api.MapGet("/rankings/{year:int}", RankAsync);
        api.MapGet("/rankings/{year:int}/{agency}", StandAsync);
    }

    private static async Task<IResult> RankAsync(
        int year, string? type, string? province, string? format, int? pageSize, int? page, AgencyRanking rankings, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (Paging.Size(pageSize) is null || page < 1)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "page-invalid");
        }

        if (format is not (null or "json" or "csv"))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "list-format-unknown");
        }

        var ranked = await rankings.RankAsync(known, type, province, pageSize, page ?? 1, stop);
        return format == "csv"
            ? TypedResults.File(Csv(known, ranked), CsvText.ContentType, $"rankings-{known}.csv")
            : TypedResults.Json(
                new
                {
                    fiscalYear = known,
                    type,
                    province,
                    basis = Basis,
                    percentileBasis = PercentileBasis,
                    ranked.Standings.Agencies,
                    notProcessed = ranked.Standings.Agencies - ranked.Standings.Scored,
                    next = Next(ranked, pageSize, page ?? 1),
                    ranking = ranked.Places.Select(place => Brief(place, ranked.Standings)),
                },
                ApiJson.Options);
    }

    private static async Task<IResult> StandAsync(int year, string agency, AgencyRanking rankings, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await rankings.StandAsync(known, agency, stop) is { } stands
            ? TypedResults.Json(
                new
                {
                    fiscalYear = known,
                    agencyCode = stands.Agency.Agency,
                    agencyName = stands.Agency.Name,
                    stands.Agency.Total,
                    stands.Agency.Rating,
                    basis = Basis,
                    percentileBasis = PercentileBasis,
                    groups = stands.Groups.Where(group => group.Group.Agencies > 0).Select(group => Group(group, stands.Agency.Total)),
                },
                ApiJson.Options)
            : ApiProblem.NotFound();
    }

    private static int? Next(Ranked ranked, int? size, int page) => size is { } count && (long)page * count < ranked.Standings.Scored ? page + 1 : null;

    private static object Group(Standing standing, decimal? total) => new
    {
        standing.Among,
        standing.Name,
        standing.Group.Agencies,
        standing.Group.Scored,
        rank = total is { } known ? standing.Group.RankOf(known) : (int?)null,
        sharedBy = total is { } shared ? standing.Group.SharingWith(shared) : (int?)null,
        percentile = total is { } placed ? Percentile(standing.Group, placed) : null,
    };

    private static object Brief(Placed<ResultBrief> place, Standings standings) => new
    {
        place.Rank,
        percentile = Percentile(standings, place.Score),
        agencyCode = place.Value.Agency,
        agencyName = place.Value.Name,
        agencyType = place.Value.Type,
        place.Value.Province,
        total = place.Score,
        place.Value.Rating,
    };

    private static decimal? Percentile(Standings standings, decimal total) => standings.PercentileOf(total) is { } exact ? Rounding.ToShown(exact) : null;

    private static byte[] Csv(FiscalYear year, Ranked ranked)
    {
        var csv = new CsvText().Row("rank", "fiscal_year", "agency_code", "agency_name", "agency_type", "province", "total", "rating", "percentile");
        foreach (var place in ranked.Places)
        {
            var row = place.Value;
            csv.Row(
                place.Rank, year.BuddhistEra, row.Agency, row.Name, row.Type, row.Province, place.Score, row.Rating, Percentile(ranked.Standings, place.Score));
        }

        return csv.ToBytes();
    }
}
