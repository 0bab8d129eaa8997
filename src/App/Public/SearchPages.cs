namespace Ita.App.Public;

/// <summary>GET search?year=&amp;q=&amp;province=&amp;type=&amp;page=: finds published results. It needs no key and shows no draft, whatever
/// the key.</summary>
internal static class SearchPages
{
    public const string Address = $"{PageRoutes.Root}/search";

    /// <summary>The years that can be searched, the newest first.</summary>
    public static void MapSearchPages(this IEndpointRouteBuilder pages) => pages.MapGet("/search", ShowAsync).Needs(Right.Anyone);

    private static async Task<IResult> ShowAsync(
        string? year, string? q, string? province, string? type, int? page, ResultTable results, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var known = string.IsNullOrWhiteSpace(year) ? await FindNewestAsync(results, frameworks, cancellationToken) : Read(year, frameworks);
        if (known.IsRefused)
        {
            return known.Refusal.ToResult();
        }

        var group = GroupNames.Read(province, type);
        var text = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var found = (await results.PublishedAsync(known.Value, cancellationToken))
            .Where(one => group.Holds(one.Province, one.Type) && AgencyText.IsIn(one.Name, one.Agency, text));
        return await PageAnswer.RenderAsync<SearchPage>(new SearchView(
            new(known.Value.BuddhistEra, text, group.Province, group.Type),
            new(
                [.. found.OrderBy(one => one.Name ?? one.Agency, StringComparer.Ordinal).ThenBy(one => one.Agency, StringComparer.Ordinal)],
                page ?? 1),
            frameworks.NewestFirst));
    }

    private static Outcome<FiscalYear> Read(string year, FrameworkCatalogue frameworks) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        ? frameworks.FindYear(asked)
        : Refusal.Invalid("request-invalid", ("field", nameof(year)));

    // The newest year with a published result.
    private static async Task<Outcome<FiscalYear>> FindNewestAsync(
        ResultTable results, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        foreach (var year in frameworks.NewestFirst.Select(FiscalYear.FromBuddhistEra))
        {
            if (!(await results.PublishedAsync(year, cancellationToken)).IsEmpty)
            {
                return year;
            }
        }

        return frameworks.Newest;
    }
}
