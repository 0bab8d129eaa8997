namespace Ita.App.Results;

/// <summary>The differences between a version and the one before.</summary>
public sealed record DiffView(ResultRow Row, VersionDiff Versions, FrameworkNames Names);

/// <summary>GET results/{year}/{agency}/changes?to=: a version compared with the one before.</summary>
internal static class DiffPages
{
    public static void MapDiffPages(
        this IEndpointRouteBuilder pages) => pages.MapGet("/results/{year:int}/{agency}/changes", ShowAsync).SeparatingVersions();

    public static string Address(
        ResultRow row, int to) => FormattableString.Invariant($"{PageRoutes.Result(row.Year.BuddhistEra, row.Agency)}/changes?to={to}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, int? to, HttpContext context, ResultTable results, ResultBlobs blobs, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } current)
        {
            return Refusal.NotFound().ToResult();
        }

        var row = current.ReadableBy(context);
        return await VersionDiff.FindAsync(row, null, to, blobs, cancellationToken) is { } found
            ? await PageAnswer.RenderAsync<DiffPage>(new DiffView(row, found, new(frameworks.Get(row.Year))))
            : Refusal.NotFound().ToResult();
    }
}
