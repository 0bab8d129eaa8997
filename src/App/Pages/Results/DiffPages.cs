using Ita.Domain.Frameworks;
using Ita.App.Api;
using Ita.App.Keys;
using Ita.App.Results;
using Ita.Reports.Analysis;
using Ita.Reports.Documents;

namespace Ita.App.Pages.Results;

/// <summary>What one version changed of the one before.</summary>
public sealed record DiffView(ResultRow Row, VersionDiff Versions, FrameworkNames Names);

/// <summary>GET results/{year}/{agency}/changes?to=: a version beside the one before.</summary>
internal static class DiffPages
{
    public static void MapDiffPages(this RouteGroupBuilder pages) => pages.MapGet("/results/{year:int}/{agency}/changes", ShowAsync).TellingVersionsApart();

    public static string Address(ResultRow row, int to) => FormattableString.Invariant($"{ResultPages.Address(row.Year.BuddhistEra, row.Agency)}/changes?to={to}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, int? to, HttpContext context, ResultTable results, ResultBlobs blobs, CancellationToken stop)
    {
        var (row, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (row is null)
        {
            return refusal;
        }

        row = row.ReadableBy(context);
        return await VersionDiff.FindAsync(row, null, to, blobs, stop) is { } found
            ? await PageAnswer.OfAsync<DiffPage>(new DiffView(row, found, new(FrameworkCatalogue.Get(row.Year))))
            : ApiProblem.NotFound();
    }
}
