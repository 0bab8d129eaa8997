using System.Security.Cryptography;
using System.Text;

namespace Ita.Reports.Sealing;

/// <summary>
/// Numbers a report by what it says: the first 32 hexadecimal digits of the SHA-256 of kind, year, agency, version and the hash of its
/// content. The same report has the same number wherever it is made; a changed figure has another.
/// </summary>
public static class ReportSeal
{
    private const int IdLength = 32;

    /// <summary>Renders twice: once for the content to be numbered, once with the number on it.</summary>
    /// <param name="baseUrl">Where the app is published, for example https://ita.example.go.th; a path in it is kept.</param>
    /// <param name="render">The page with the given seal on it; null is a page without.</param>
    public static async Task<SealedReport> SealAsync(ReportIdentity report, Uri baseUrl, Func<Verification?, Task<string>> render)
    {
        var content = await render(null);
        var verification = Of(report, content, baseUrl);
        return new(await render(verification), verification, Hash(content));
    }

    /// <param name="html">The whole page, without a seal.</param>
    public static Verification Of(ReportIdentity report, string html, Uri baseUrl)
    {
        var id = Hash(FormattableString.Invariant($"{report.Kind}|{report.Year}|{report.Agency}|{report.Version}|{Hash(html)}"))[..IdLength];
        return new(id, new($"{baseUrl.AbsoluteUri.TrimEnd('/')}/api/v1/verify/{id}"));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
