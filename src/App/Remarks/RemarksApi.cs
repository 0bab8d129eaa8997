namespace Ita.App.Remarks;

/// <summary>GET remarks/{year}/{agency}: what assessors and respondents wrote, masked. Reading always requires a key.</summary>
internal static class RemarksApi
{
    public static void MapRemarks(this IEndpointRouteBuilder api) => api.MapGet("/remarks/{year:int}/{agency}", GetAsync).Needs(Right.OwnAgency);

    private static async Task<Answer<RemarksObject>> GetAsync(
        int year, string agency, RemarkTable remarks, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        return RemarksObject.From(frameworks.Get(known), agency, await remarks.ListAsync(known, agency, cancellationToken));
    }
}
