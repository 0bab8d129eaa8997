using System.Globalization;
using Ita.Domain;
using Ita.Functions.Results;

namespace Ita.Functions.Keys;

/// <summary>
/// Who may read what states no right of its own, by the setting <c>ITA_READS</c>: with <c>open</c> everybody; else (<c>keyed</c>,
/// the default) whoever has a key, and everybody what is published.
/// </summary>
internal sealed class Reads(IConfiguration configuration, ResultTable results)
{
    public const string Setting = "ITA_READS";
    private const string Open = "open";

    public bool AreOpen => configuration[Setting] == Open;

    public async Task<Right> RightAsync(HttpContext http)
    {
        if (AreOpen || (Callers.Sent(http.Request) is null && await IsPublishedAsync(http)))
        {
            return Right.Anyone;
        }

        return Right.OwnAgency;
    }

    private async Task<bool> IsPublishedAsync(HttpContext http) =>
        http.Request.RouteValues.GetValueOrDefault("agency") is string agency
        && int.TryParse(http.Request.RouteValues.GetValueOrDefault("year") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2500 and <= 2699
        && await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, http.RequestAborted) is { State: StoredResult.Published };
}
