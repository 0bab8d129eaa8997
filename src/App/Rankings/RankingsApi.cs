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

    private const string RangeBasis =
        "rankFrom to rankTo contain the rank in 95 % of 400 draws of all totals from their sampling variances (upper bounds) and rounding; "
        + "totals whose number of respondents is not known are drawn from their rounding only";

    private const string SizeBasis = "typeAndSize: agencies of the type with fewer than 50, 50 to 199, or 200 and more staff";

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
                    RangeBasis,
                    ranked.Standings.Agencies,
                    ranked.Standings.UnscoredFor(WithoutTotal.NotProcessed),
                    ranked.Standings.UnscoredFor(WithoutTotal.NoData),
                    ranked.Standings.UnscoredFor(WithoutTotal.Withheld),
                    Next(ranked, pageSize, page ?? 1),
                    ranked.Places.Select(place => RankedAgency.From(place, ranked))),
                ApiJson.Options),
        };
    }

    // The median of a group may be the total of one agency, so only who may read all drafts sees groups that contain them.
    private static async Task<Answer<AgencyPlaces>> GetAsync(
        int year, string agency, HttpContext context, AgencyRanking rankings, CancellationToken cancellationToken) =>
        await rankings.FindAsync(FiscalYear.FromBuddhistEra(year), agency, !context.MayReadAllDrafts(), cancellationToken) is { } found
            ? new AgencyPlaces(
                year,
                found.Agency.Agency,
                found.Agency.Name,
                found.Agency.Total,
                found.Agency.Rating,
                Basis,
                PercentileBasis,
                RangeBasis,
                SizeBasis,
                found.Groups.Where(group => group.Group.Agencies > 0).Select(group => GroupPlace.From(group, found.Agency.Total)))
            : Refusal.NotFound();

    private static int? Next(
        Ranked ranked, int? size, int page) => size is { } count && (long)page * count < ranked.Standings.Scored ? page + 1 : null;

    private static decimal? Percentile(
        Standings standings, decimal total) => standings.PercentileOf(total) is { } exact ? Rounding.ToShown(exact) : null;

    private static TableFile Table(FiscalYear year, Ranked ranked) => new(
        $"rankings-{year}",
        TableFile.Columns(
            ["rank", "fiscal_year", "agency_code", "agency_name", "agency_type", "province", "total", "rating", "percentile", "rank_from", "rank_to"],
            "rank", "fiscal_year", "total", "percentile", "rank_from", "rank_to"),
        ranked.Places.Select(place => Row(year, place, ranked)).ToAsyncEnumerable());

    private static object?[] Row(FiscalYear year, Placed<ResultBrief> place, Ranked ranked) =>
    [
        place.Rank, year.BuddhistEra, place.Value.Agency, place.Value.Name, place.Value.Type, place.Value.Province,
        place.Score, place.Value.Rating, Percentile(ranked.Standings, place.Score),
        ranked.Ranges[place.Value.Agency].From, ranked.Ranges[place.Value.Agency].To,
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
        string RangeBasis,
        int Agencies,
        int NotProcessed,
        int NoData,
        int Withheld,
        int? Next,
        IEnumerable<RankedAgency> Ranking);

    /// <param name="RankFrom">The best rank that sampling and rounding leave open.</param>
    /// <param name="RankTo">The worst.</param>
    private sealed record RankedAgency(
        int Rank,
        int RankFrom,
        int RankTo,
        decimal? Percentile,
        string AgencyCode,
        string? AgencyName,
        string? AgencyType,
        string? Province,
        decimal Total,
        string? Rating)
    {
        public static RankedAgency From(Placed<ResultBrief> place, Ranked ranked) => new(
            place.Rank,
            ranked.Ranges[place.Value.Agency].From,
            ranked.Ranges[place.Value.Agency].To,
            RankingsApi.Percentile(ranked.Standings, place.Score),
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
        string RangeBasis,
        string SizeBasis,
        IEnumerable<GroupPlace> Groups);

    /// <param name="Among">nation, province, type, typeInProvince or typeAndSize.</param>
    /// <param name="SharedBy">The number of agencies with the same total.</param>
    /// <param name="Median">The median of the group's totals; null in a group of fewer than 10.</param>
    /// <param name="AboveMedian">The total less the median; negative below it.</param>
    private sealed record GroupPlace(
        string Among,
        string? Name,
        int Agencies,
        int Scored,
        int? Rank,
        int? RankFrom,
        int? RankTo,
        int? SharedBy,
        decimal? Percentile,
        decimal? Median,
        decimal? AboveMedian)
    {
        public static GroupPlace From(RankedGroup ranked, decimal? total) => From(ranked, total, ranked.Range());

        private static GroupPlace From(RankedGroup ranked, decimal? total, RankRange? range) => new(
            ranked.Among,
            ranked.Name,
            ranked.Group.Agencies,
            ranked.Group.Scored,
            total is { } known ? ranked.Group.RankOf(known) : null,
            range?.From,
            range?.To,
            total is { } shared ? ranked.Group.SharingWith(shared) : null,
            total is { } placed ? RankingsApi.Percentile(ranked.Group, placed) : null,
            Shown(ranked.Group.Median),
            Shown(total - ranked.Group.Median));

        private static decimal? Shown(decimal? figure) => figure is { } exact ? Rounding.ToShown(exact) : null;
    }
}
