namespace Ita.App.Public;

/// <summary>GET open-data: which data can be read without a key, and how.</summary>
internal static class OpenDataPages
{
    private const string LicenceSetting = "ITA_DATA_LICENCE";

    public static void MapOpenDataPage(this IEndpointRouteBuilder pages) => pages.MapGet("/open-data", ShowAsync).Needs(Right.Anyone);

    private static async Task<IResult> ShowAsync(
        PublishedYears published, ResultTable results, PublicAddress address, IConfiguration configuration, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var years = await published.ReadAsync(cancellationToken);
        var newest = years.FirstOrDefault();
        var example = newest is null
            ? null
            : (await results.PublishedAsync(FiscalYear.FromBuddhistEra(newest.Year), cancellationToken)).FirstOrDefault();
        return await PageAnswer.RenderAsync<OpenDataPage>(new OpenDataView(
            years,
            address.Url.AbsoluteUri.TrimEnd('/'),
            configuration[LicenceSetting] is { Length: > 0 } licence ? licence : null,
            example is null ? null : (newest!.Year, example.Agency),
            frameworks.Newest.BuddhistEra));
    }
}
