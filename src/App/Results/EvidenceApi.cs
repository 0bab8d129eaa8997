namespace Ita.App.Results;

/// <summary>GET results/{year}/{agency}/evidence: addresses and remarks of checklist items. A remark can name people,
/// so reading always requires a key.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this IEndpointRouteBuilder api) =>
        api.MapGet("/results/{year:int}/{agency}/evidence", ListAsync).Needs(Right.OwnAgency);

    private static async Task<Answer<EvidenceList>> ListAsync(int year, string agency, EvidenceTable evidence, CancellationToken cancellationToken) =>
        new EvidenceList(year, agency, await evidence.ListAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken));

    private sealed record EvidenceList(int FiscalYear, string AgencyCode, IReadOnlyList<ItemEvidence> Items);
}
