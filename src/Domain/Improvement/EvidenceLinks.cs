using System.Text.RegularExpressions;

namespace Ita.Domain.Improvement;

public enum LinkFault
{
    /// <summary>Not a URL.</summary>
    NotAnAddress,

    /// <summary>Neither http nor https.</summary>
    NotHttp,

    /// <summary>The home page of the site, which proves nothing in particular.</summary>
    RootOnly,

    /// <summary>Not on the agency's site.</summary>
    WrongHost,

    /// <summary>The URL contains years, but not that of the measure.</summary>
    WrongYear,
}

/// <summary>Checks evidence links by their URL only; nothing is fetched.</summary>
public static partial class EvidenceLinks
{
    /// <summary>All faults of a link, in the order of <see cref="LinkFault"/>; empty when there are none.</summary>
    /// <param name="agencyHost">The agency's site, for example www.example.go.th; null when not known, in which case any host is accepted.</param>
    /// <param name="year">The year the measure was carried out in.</param>
    public static ImmutableArray<LinkFault> Check(string url, string? agencyHost, FiscalYear year)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address))
        {
            return [LinkFault.NotAnAddress];
        }

        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            return [LinkFault.NotHttp];
        }

        return
        [
            .. address.PathAndQuery == "/" ? [LinkFault.RootOnly] : Array.Empty<LinkFault>(),
            .. agencyHost is not null && !IsOn(address.Host, agencyHost) ? [LinkFault.WrongHost] : Array.Empty<LinkFault>(),
            .. IsOfAnotherYear(address.PathAndQuery, year) ? [LinkFault.WrongYear] : Array.Empty<LinkFault>(),
        ];
    }

    // www.example.go.th, example.go.th and files.example.go.th are one site; notexample.go.th is another.
    private static bool IsOn(string host, string agencyHost)
    {
        var site = Bare(agencyHost);
        return Bare(host) == site || Bare(host).EndsWith($".{site}", StringComparison.Ordinal);
    }

    private static string Bare(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    // A fiscal year covers parts of two calendar years, and both the Buddhist and the Common Era are in use.
    private static bool IsOfAnotherYear(string path, FiscalYear year)
    {
        int[] right = [year.BuddhistEra - 1, year.BuddhistEra, year.Start.Year, year.End.Year];
        var named = YearInPath().Matches(path).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        return named.Count > 0 && !named.Any(right.Contains);
    }

    [GeneratedRegex(@"(?<!\d)(25[4-9]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex YearInPath();
}
