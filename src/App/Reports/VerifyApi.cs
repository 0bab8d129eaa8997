using Ita.App.Results;
using Ita.App.Web;
using Ita.Domain;
using Ita.Reports.Text;

namespace Ita.App.Reports;

/// <summary>GET verify/{id}?sha256=: what the seal of a printed report is worth. Public.</summary>
internal static class VerifyApi
{
    public static void MapVerify(this RouteGroupBuilder api) => api.MapGet("/verify/{id}", VerifyAsync);

    private static async Task<IResult> VerifyAsync(string id, string? sha256, ReportTable reports, ResultTable results, CancellationToken stop)
    {
        if (await reports.FindSealAsync(id, stop) is not { } seal)
        {
            return TypedResults.Json(new { id, verdict = "unknown" }, ApiJson.Options, statusCode: StatusCodes.Status404NotFound);
        }

        var altered = sha256 is not null && !string.Equals(sha256.Trim(), seal.Sha256, StringComparison.OrdinalIgnoreCase);
        var newest = await NewestAsync(seal, reports, results, stop);
        return TypedResults.Json(
            new
            {
                id,
                verdict = altered ? "notGenuine" : newest is null || newest == id ? "genuine" : "superseded",
                supersededBy = newest == id ? null : newest,
                fiscalYear = seal.Year,
                subject = seal.Subject,
                seal.Kind,
                seal.Version,
                seal.Sha256,
                seal.ContentHash,
                seal.ComputedAt,
            },
            ApiJson.Options);
    }

    // The print of the newest version of the same kind in the same digits; null while there is none.
    private static async Task<string?> NewestAsync(SealRow seal, ReportTable reports, ResultTable results, CancellationToken stop)
    {
        var year = FiscalYear.FromBuddhistEra(seal.Year);
        var version = seal.Kind == ReportName.Summary ? seal.Version : (await results.FindAsync(year, seal.Subject, stop))?.Version ?? seal.Version;
        var name = ReportName.Of(new(seal.Year, seal.Subject, seal.Kind, version, seal.Digits, ""));
        return (await reports.FindAsync(name, stop))?.Id;
    }
}
