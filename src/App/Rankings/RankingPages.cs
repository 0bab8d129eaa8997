using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <param name="Places">The ranked agencies, best first.</param>
/// <param name="Ranges">The ranks that each of them may have, by code.</param>
/// <param name="Unscored">The numbers of chosen agencies without a total, by the kind of reason.</param>
public sealed record RankingView(
    int Year,
    string? Type,
    string? Province,
    ImmutableArray<string> Types,
    ImmutableArray<string> Provinces,
    Paged<Placed<ResultBrief>> Places,
    ImmutableDictionary<string, RankRange> Ranges,
    ImmutableArray<(WithoutTotal Why, int Count)> Unscored)
{
    /// <summary>The query of this ranking for another page or another format.</summary>
    public string Query(int page = 1, string? format = null) =>
        PageQuery.Of(("type", Type), ("province", Province), ("page", PageQuery.Page(page)), ("format", format));
}

/// <summary>GET rankings (the newest year), GET rankings/{year}?type=&amp;province=&amp;page=.</summary>
internal static class RankingPages
{
    public static void MapRankingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rankings", (HttpContext context, FrameworkCatalogue frameworks) =>
            PageAnswer.SeeOther(
                context, FormattableString.Invariant($"{PageRoutes.Root}/rankings/{frameworks.Newest.BuddhistEra}")));
        pages.MapGet("/rankings/{year:int}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        int year, string? type, string? province, int? page, ResultTable results, AgencyRanking rankings, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        // A form sends an empty choice as an empty string.
        var asked = GroupNames.Read(province, type);
        var all = await results.BriefsAsync(known, cancellationToken);
        var rows = all.Where(row => asked.Holds(row.Province, row.Type)).ToList();
        var ranked = await rankings.RankAsync(known, asked, null, 1, cancellationToken);
        return await PageAnswer.RenderAsync<RankingPage>(new RankingView(
            year,
            asked.Type,
            asked.Province,
            GroupNames.Choices(all, row => row.Type),
            GroupNames.Choices(all, row => row.Province),
            new([.. ranked.Places], page ?? 1),
            ranked.Ranges,
            [.. rows.Where(row => row.Total is null).GroupBy(row => row.Without).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count()))]));
    }
}
