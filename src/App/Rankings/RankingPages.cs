using Ita.Domain.Ranking;

namespace Ita.App.Rankings;

/// <param name="Shown">The places on this page.</param>
/// <param name="Count">The number of ranked agencies.</param>
/// <param name="Unscored">The numbers of chosen agencies without a total, by the kind of reason.</param>
public sealed record RankingView(
    int Year,
    string? Type,
    string? Province,
    ImmutableArray<string> Types,
    ImmutableArray<string> Provinces,
    ImmutableArray<Placed<ResultBrief>> Shown,
    int Page,
    int Count,
    ImmutableArray<(WithoutTotal Why, int Count)> Unscored)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>The query of this ranking for another page or another format.</summary>
    public string Query(int? page = null, string? format = null)
    {
        var parts = new[] { ("type", Type), ("province", Province), ("page", page?.ToString(CultureInfo.InvariantCulture)), ("format", format) };
        var stated = parts.Where(part => part.Item2 is not null);
        return "?" + string.Join('&', stated.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));
    }
}

/// <summary>GET rankings (the newest year), GET rankings/{year}?type=&amp;province=&amp;page=.</summary>
internal static class RankingPages
{
    public static void MapRankingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rankings", (HttpContext context) =>
            PageAnswer.SeeOther(
                context, FormattableString.Invariant($"{PageRoutes.Root}/rankings/{FrameworkCatalogue.Years.Max(known => known.BuddhistEra)}")));
        pages.MapGet("/rankings/{year:int}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        int year, string? type, string? province, int? page, ResultTable results, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        // A form sends an empty choice as an empty string.
        var asked = GroupNames.Read(province, type);
        var all = await results.BriefsAsync(known, cancellationToken);
        var rows = all.Where(row => asked.Holds(row.Province, row.Type)).ToList();
        var places = Places.Of(rows, row => row.Total);
        var at = Math.Clamp(page ?? 1, 1, Math.Max(1, (places.Length + RankingView.PageSize - 1) / RankingView.PageSize));
        return await PageAnswer.RenderAsync<RankingPage>(new RankingView(
            year,
            asked.Type,
            asked.Province,
            GroupNames.Choices(all, row => row.Type),
            GroupNames.Choices(all, row => row.Province),
            [.. places.Skip((at - 1) * RankingView.PageSize).Take(RankingView.PageSize)],
            at,
            places.Length,
            [.. rows.Where(row => row.Total is null).GroupBy(row => row.Without).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count()))]));
    }
}
