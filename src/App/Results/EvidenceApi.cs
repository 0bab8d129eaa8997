using Ita.App.Access;
using Ita.App.Web;

namespace Ita.App.Results;

/// <summary>GET results/{year}/{agency}/evidence: addresses and remarks of checklist items. Remarks may name people, so reading needs a key.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this RouteGroupBuilder api) =>
        api.MapGet("/results/{year:int}/{agency}/evidence", ListAsync).Needs(Right.OwnAgency);

    private static async Task<IResult> ListAsync(int year, string agency, EvidenceTable evidence, CancellationToken stop) =>
        FiscalYears.Known(year, out var refusal) is { } known
            ? TypedResults.Json(new { fiscalYear = known, agencyCode = agency, items = await evidence.ListAsync(known, agency, stop) }, ApiJson.Options)
            : refusal;
}
