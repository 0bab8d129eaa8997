using System.Text.RegularExpressions;

namespace Ita.Domain.Improvement;

public enum LinkFault
{
    /// <summary>Not an address at all.</summary>
    NotAnAddress,

    /// <summary>Neither http nor https.</summary>
    NotHttp,

    /// <summary>The front page: it proves nothing in particular.</summary>
    RootOnly,

    /// <summary>Not on the agency's own site.</summary>
    WrongHost,

    /// <summary>The years in the address are all others than the measure's.</summary>
    WrongYear,
}

/// <summary>What an evidence link says by its address alone; nothing is fetched.</summary>
public static partial class EvidenceLinks
{
    /// <summary>All faults, in the order of <see cref="LinkFault"/>; empty when there is none to be seen.</summary>
    /// <param name="agencyHost">The agency's site, for example www.example.go.th; null when not known, then any host will do.</param>
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

    // A fiscal year lies in two calendar years, and both calendars are in use.
    private static bool IsOfAnotherYear(string path, FiscalYear year)
    {
        int[] right = [year.BuddhistEra - 1, year.BuddhistEra, year.Start.Year, year.End.Year];
        var named = YearInPath().Matches(path).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        return named.Count > 0 && !named.Any(right.Contains);
    }

    [GeneratedRegex(@"(?<!\d)(25[4-9]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex YearInPath();
}
