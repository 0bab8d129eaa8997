namespace Ita.App.Access;

/// <summary>Tells which results are published; implemented by the results feature.</summary>
public interface IPublishedResults
{
    /// <summary>Whether the current version is published, and whether any version is; null when the agency has no
    /// result.</summary>
    Task<(bool Current, bool Any)?> FindPublishedAsync(FiscalYear year, string agency, CancellationToken cancellationToken);
}

/// <summary>
/// Default read policy for endpoints that require no right of their own, by the setting <c>ITA_READS</c>. <c>open</c>: anyone.
/// <c>keyed</c> (the default): key holders; published results are public.
/// </summary>
internal sealed class Reads(IConfiguration configuration, Callers callers, IPublishedResults published, KnownFrameworks frameworks)
{
    public const string Setting = "ITA_READS";
    private const string Open = "open";

    public bool AreOpen => configuration[Setting] == Open;

    /// <summary>The right required for reading when the endpoint declares none: a key of the agency, or a key for all
    /// agencies.</summary>
    public static Right DefaultRight(string? agency) => agency is null ? Right.AnyAgency : Right.OwnAgency;

    /// <summary>True when a request without a key may read. A key that is sent is always checked.</summary>
    public async Task<bool> NeedNoKeyAsync(HttpContext http, string? agency) =>
        Callers.Sent(http.Request) is null && (AreOpen || await IsPublishedAsync(http, agency));

    /// <summary>Finds which agencies' data the caller may read; for an endpoint whose path does not name the agency.</summary>
    public async Task<Predicate<string>> FindReadableAsync(HttpContext http)
    {
        if (AreOpen && Callers.Sent(http.Request) is null)
        {
            return _ => true;
        }

        var holder = (await callers.FindHolderAsync(http)).Value;
        return agency => holder?.Covers(agency) == true;
    }

    /// <summary>True when the data of the agency in the path is published: its current version or, for endpoints that
    /// separate versions, any version. The request is marked so that it sees published versions only, of other years
    /// too.</summary>
    public async Task<bool> IsPublishedAsync(HttpContext http, string? agency)
    {
        if (agency is null
            || !int.TryParse(
                http.Request.RouteValues.GetValueOrDefault("year") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || FiscalYear.TryFromBuddhistEra(year) is not { } known
            || frameworks.Current.Find(year) is null
            || await published.FindPublishedAsync(known, agency, http.RequestAborted) is not { } state)
        {
            return false;
        }

        var separates = http.GetEndpoint()?.Metadata.GetMetadata<SeparatesVersions>() is not null;
        http.Features.Set(new PublishedOnly());
        return separates ? state.Any : state.Current;
    }
}

/// <summary>Endpoint metadata: a caller without the right to read drafts gets the published versions only.</summary>
internal sealed record SeparatesVersions;

/// <summary>Marks a request whose caller may read published versions only.</summary>
internal sealed record PublishedOnly;

internal static class VersionAccess
{
    public static TBuilder SeparatingVersions<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SeparatesVersions());

    public static bool SeesPublishedOnly(this HttpContext http) => http.Features.Get<PublishedOnly>() is not null;

    /// <summary>Whether the key of the request may read the drafts of every agency.</summary>
    public static bool MayReadAllDrafts(this HttpContext http) => http.Features.Get<KeyHolder>() is { Scope: not KeyScope.Agency };
}
