using System.Globalization;
using Ita.Domain;
using Ita.Functions.Results;

namespace Ita.Functions.Keys;

/// <summary>
/// Who may read what states no right of its own, by the setting <c>ITA_READS</c>: with <c>open</c> everybody; else (<c>keyed</c>,
/// the default) whoever has a key, and everybody what is published.
/// </summary>
internal sealed class Reads(IConfiguration configuration, Callers callers, ResultTable results)
{
    public const string Setting = "ITA_READS";
    private const string Open = "open";

    public bool AreOpen => configuration[Setting] == Open;

    /// <summary>What reading asks where the endpoint does not say: of one agency a key that covers it, of many one for all.</summary>
    public static Right Unstated(string? agency) => agency is null ? Right.AnyAgency : Right.OwnAgency;

    /// <summary>Whether a call without a key may read. A key that is sent is looked at: it finds its own and what is published.</summary>
    public async Task<bool> NeedNoKeyAsync(HttpContext http, string? agency) =>
        Callers.Sent(http.Request) is null && (AreOpen || await IsPublishedAsync(http, agency));

    /// <summary>Whether what is known of an agency may be read by whoever calls; for an endpoint that names it outside its path.</summary>
    public async Task<bool> AreForAsync(HttpContext http, string agency) =>
        (AreOpen && Callers.Sent(http.Request) is null) || (await callers.HolderAsync(http)).Holder?.Covers(agency) == true;

    /// <summary>Whether the current result of the agency in the path is published.</summary>
    public async Task<bool> IsPublishedAsync(HttpContext http, string? agency) =>
        agency is not null && int.TryParse(http.Request.RouteValues.GetValueOrDefault("year") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2500 and <= 2699
        && await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, http.RequestAborted) is { State: StoredResult.Published };
}
