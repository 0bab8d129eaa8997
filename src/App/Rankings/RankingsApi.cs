using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <summary>GET rankings/{year}?type=&amp;province=&amp;pageSize=&amp;page=&amp;format=: by the total as shown, best
/// first; equal totals share a rank. GET rankings/{year}/{agency}: the rank of one agency in the nation, its province
/// and its type.</summary>
internal static class RankingsApi
{
    private const string Basis = "total shown, two decimals; equal totals share a rank and the ranks they take up are left out";
    private const string PercentileBasis =
        "percent of the group's totals that are lower, counting half of the equal ones; only in groups of 10 totals or more";

    public static IServiceCollection AddRankings(this IServiceCollection services) => services.AddSingleton<AgencyRanking>();

    public static void MapRankings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rankings/{year:int}", ListAsync).Succeeds<RankingObject>().SucceedsWithFile(TableFile.MediaTypes);
        api.MapGet("/rankings/{year:int}/{agency}", GetAsync);
    }

    private static async Task<IResult> ListAsync(
        int year, string? type, string? province, string? format, int? pageSize,
        int? page, AgencyRanking rankings, CancellationToken cancellationToken)
    {
        if (Paging.Size(pageSize) is null || page < 1)
        {
            return Refusal.Invalid("page-invalid").ToResult();
        }

        if (format is not (null or "json" or "csv" or "xlsx"))
        {
            return Refusal.Invalid("list-format-unknown").ToResult();
        }

        var known = FiscalYear.FromBuddhistEra(year);
        var asked = GroupNames.Read(province, type);
        var ranked = await rankings.RankAsync(known, asked, pageSize, page ?? 1, cancellationToken);
        if (ranked.Standings.Agencies == 0 && asked.FindUnknown(RefusalKind.NotFound) is { } unknown)
        {
            return unknown.ToResult();
        }

        return format switch
        {
            "csv" => await Table(known, ranked).ToCsvAsync(cancellationToken),
            "xlsx" => await Table(known, ranked).ToWorkbookAsync(cancellationToken),
            _ => TypedResults.Json(
                new RankingObject(
                    year,
                    asked.Type,
                    asked.Province,
                    Basis,
                    PercentileBasis,
                    ranked.Standings.Agencies,
                    ranked.Standings.UnscoredFor(WithoutTotal.NotProcessed),
                    ranked.Standings.UnscoredFor(WithoutTotal.NoData),
                    ranked.Standings.UnscoredFor(WithoutTotal.Withheld),
                    Next(ranked, pageSize, page ?? 1),
                    ranked.Places.Select(place => RankedAgency.From(place, ranked.Standings))),
                ApiJson.Options),
        };
    }

    private static async Task<Answer<AgencyPlaces>> GetAsync(int year, string agency, AgencyRanking rankings, CancellationToken cancellationToken) =>
        await rankings.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } found
            ? new AgencyPlaces(
                year,
                found.Agency.Agency,
                found.Agency.Name,
                found.Agency.Total,
                found.Agency.Rating,
                Basis,
                PercentileBasis,
                found.Groups.Where(group => group.Group.Agencies > 0).Select(group => GroupPlace.From(group, found.Agency.Total)))
            : Refusal.NotFound();

    private static int? Next(
        Ranked ranked, int? size, int page) => size is { } count && (long)page * count < ranked.Standings.Scored ? page + 1 : null;

    private static decimal? Percentile(
        Standings standings, decimal total) => standings.PercentileOf(total) is { } exact ? Rounding.ToShown(exact) : null;

    private static TableFile Table(FiscalYear year, Ranked ranked) => new(
        $"rankings-{year}",
        TableFile.Columns(
            ["rank", "fiscal_year", "agency_code", "agency_name", "agency_type", "province", "total", "rating", "percentile"],
            "rank", "fiscal_year", "total", "percentile"),
        ranked.Places.Select(place => Row(year, place, ranked.Standings)).ToAsyncEnumerable());

    private static object?[] Row(FiscalYear year, Placed<ResultBrief> place, Standings standings) =>
    [
        place.Rank, year.BuddhistEra, place.Value.Agency, place.Value.Name, place.Value.Type, place.Value.Province,
        place.Score, place.Value.Rating, Percentile(standings, place.Score),
    ];

    /// <param name="NotProcessed">The number of agencies without a total by a rule of the year.</param>
    /// <param name="NoData">The number of agencies without a total because data are missing or incomplete.</param>
    /// <param name="Withheld">The number of agencies whose total is not disclosed.</param>
    /// <param name="Next">The number of the next page; null on the last.</param>
    private sealed record RankingObject(
        int FiscalYear,
        string? Type,
        string? Province,
        string Basis,
        string PercentileBasis,
        int Agencies,
        int NotProcessed,
        int NoData,
        int Withheld,
        int? Next,
        IEnumerable<RankedAgency> Ranking);

    private sealed record RankedAgency(
        int Rank,
        decimal? Percentile,
        string AgencyCode,
        string? AgencyName,
        string? AgencyType,
        string? Province,
        decimal Total,
        string? Rating)
    {
        public static RankedAgency From(Placed<ResultBrief> place, Standings standings) => new(
            place.Rank,
            RankingsApi.Percentile(standings, place.Score),
            place.Value.Agency,
            place.Value.Name,
            place.Value.Type,
            place.Value.Province,
            place.Score,
            place.Value.Rating);
    }

    private sealed record AgencyPlaces(
        int FiscalYear,
        string AgencyCode,
        string? AgencyName,
        decimal? Total,
        string? Rating,
        string Basis,
        string PercentileBasis,
        IEnumerable<GroupPlace> Groups);

    /// <param name="Among">nation, province, type or typeInProvince.</param>
    /// <param name="SharedBy">The number of agencies with the same total.</param>
    private sealed record GroupPlace(string Among, string? Name, int Agencies, int Scored, int? Rank, int? SharedBy, decimal? Percentile)
    {
        public static GroupPlace From(RankedGroup ranked, decimal? total) => new(
            ranked.Among,
            ranked.Name,
            ranked.Group.Agencies,
            ranked.Group.Scored,
            total is { } known ? ranked.Group.RankOf(known) : null,
            total is { } shared ? ranked.Group.SharingWith(shared) : null,
            total is { } placed ? RankingsApi.Percentile(ranked.Group, placed) : null);
    }
}
