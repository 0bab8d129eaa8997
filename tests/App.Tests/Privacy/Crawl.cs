using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.Reports.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Privacy;

/// <summary>Everything that one caller can read about an agency: every GET endpoint with a year and an agency in its address, in every format,
/// version, pair of versions and kind of report, and a dry run.</summary>
internal sealed partial class Crawl(AppInProcess app, int year, int versions)
{
    private static readonly string[] Kinds = [.. ReportKind.All.Select(kind => kind.Code)];

    /// <summary>The answers by address. Codes, ids, hashes and times are replaced, so that two agencies can be compared.</summary>
    /// <param name="key">Null for the public.</param>
    public async Task<SortedDictionary<string, string>> ReadAsync(string agency, string? key)
    {
        using var http = PatientClient.Of(app.Address, key);
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in Addresses(agency))
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            answers[Neutral(address, agency)] = $"{(int)answer.StatusCode} {Neutral(await answer.Content.ReadAsStringAsync(), agency)}";
        }

        if (key is not null)
        {
            // Any one figure that is not of a survey shows every difference from the version before.
            var file = ScoreFile.Of($"{year},{agency},O2,100");
            using var answer = await http.PostAsync(
                new Uri("/api/v1/uploads?name=one.csv&dryRun=true", UriKind.Relative), new StringContent(file));
            answers["dry run"] = Neutral(await answer.Content.ReadAsStringAsync(), agency);
        }

        return answers;
    }

    private IEnumerable<string> Addresses(string agency) =>
        from endpoint in app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        let names = endpoint.RoutePattern.Parameters.Select(one => one.Name).ToList()
        where names.Contains("year") && (names.Contains("agency") || names.Contains("code")) && !names.Contains("id")
        from kind in names.Contains("kind") ? Kinds : [""]
        let address = Address(endpoint.RoutePattern, agency, kind)
        from query in Queries(address)
        select address + query;

    private IEnumerable<string> Queries(string address) =>
    [
        "", "?format=csv", "?format=html",
        .. IsOfResult(address) ? Enumerable.Range(1, versions).Select(version => $"?version={version}") : [],
        .. address.EndsWith("/diff", StringComparison.Ordinal) || address.EndsWith("/changes", StringComparison.Ordinal)
            ? from first in Enumerable.Range(1, versions) from last in Enumerable.Range(1, versions) select $"?from={first}&to={last}"
            : [],
    ];

    // Posters and letters of a survey have no versions, and each is printed when it is read.
    private static bool IsOfResult(string address) =>
        !address.EndsWith("/poster", StringComparison.Ordinal) && !address.EndsWith("/letter", StringComparison.Ordinal);

    private string Address(RoutePattern pattern, string agency, string kind) => string.Join(
        "", pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "year" } => year.ToString(CultureInfo.InvariantCulture),
            RoutePatternParameterPart { Name: "kind" } => kind,
            RoutePatternParameterPart { Name: "agency" or "code" } => agency,
            _ => "iit",
        }))));

    /// <summary>The text without its agency, and without what differs between any two calls.</summary>
    internal static string Neutral(string text, string agency) => Changing().Replace(
        text.Replace(agency, "AGENCY", StringComparison.Ordinal)
            .Replace(agency.Replace("-", "\\2d ", StringComparison.Ordinal), "AGENCY", StringComparison.Ordinal),
        "…");

    // Times, hashes and ids, the QR code of an id, and what keeps a form from being sent twice.
    [GeneratedRegex(
        @"<svg class=""qr"".*?</svg>|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|\+[0-9:]+)?|[0-9a-f]{16,64}"
            + @"|(?:\d+\s\p{L}[\p{L}\p{M}]*\s\d{4}\s)?เวลา\s\d+\.\d+|nonce[^>]*value=""[^""]*""",
        RegexOptions.Singleline)]
    private static partial Regex Changing();
}
