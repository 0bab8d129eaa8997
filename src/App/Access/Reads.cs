using System.Globalization;
using Ita.App.Results;
using Ita.Domain;

namespace Ita.App.Access;

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

    /// <summary>
    /// Whether what the endpoint gives of the agency in the path is published: its current result, or where the endpoint tells versions apart
    /// any version; then the caller is marked as one who may read no other.
    /// </summary>
    public async Task<bool> IsPublishedAsync(HttpContext http, string? agency)
    {
        if (agency is null
            || !int.TryParse(http.Request.RouteValues.GetValueOrDefault("year") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 2500 or > 2699
            || await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, http.RequestAborted) is not { } row)
        {
            return false;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<TellsVersionsApart>() is null)
        {
            return row.State == StoredResult.Published;
        }

        http.Features.Set(new PublishedAlone());
        return row.Published is not null;
    }
}

/// <summary>An endpoint that gives a caller who may read no draft the published versions alone.</summary>
internal sealed record TellsVersionsApart;

/// <summary>Marks a call whose caller may read published versions alone.</summary>
internal sealed record PublishedAlone;

internal static class ReadableRows
{
    public static TBuilder TellingVersionsApart<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TellsVersionsApart());

    /// <summary>The row as the caller may see it: a newer draft, and drafts before, are not there for everybody.</summary>
    public static ResultRow ReadableBy(this ResultRow row, HttpContext http) => http.Features.Get<PublishedAlone>() is null ? row : row.AsPublished();
}
