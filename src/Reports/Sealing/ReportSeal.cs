using System.Security.Cryptography;

namespace Ita.Reports.Sealing;

/// <summary>
/// Computes the seal number of a report: the first 32 hexadecimal digits of the SHA-256 of kind, year, agency, version and the hash of the
/// content. The same report has the same number on every machine; a report with another figure has another number.
/// </summary>
public static class ReportSeal
{
    private const int IdLength = 32;

    /// <param name="contentHash">See <see cref="Hash"/>.</param>
    /// <param name="baseUrl">Base URL of the app, for example https://ita.example.go.th; it may have a path.</param>
    public static Verification Number(ReportIdentity report, string contentHash, Uri baseUrl)
    {
        var id = Hash(FormattableString.Invariant($"{report.Kind}|{report.Year}|{report.Agency}|{report.Version}|{contentHash}"))[..IdLength];
        return new(id, new($"{baseUrl.AbsoluteUri.TrimEnd('/')}/api/v1/verify/{id}"));
    }

    /// <summary>SHA-256 of a text in UTF-8, in lowercase hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
