namespace Ita.Reports.Sealing;

/// <summary>The URL at which a reader can verify that a printed report is genuine and up to date; printed as text and as a QR code.</summary>
/// <param name="Id">32 hexadecimal digits, see <see cref="ReportSeal"/>.</param>
public sealed record Verification(string Id, Uri Url);

/// <summary>Identifies a report, with the parts of its URL.</summary>
/// <param name="Kind">For example analysis or follow-up.</param>
/// <param name="Agency">The agency's code; for a summary, its scope.</param>
public sealed record ReportIdentity(string Kind, FiscalYear Year, string Agency, int Version);

/// <summary>A report that contains its seal.</summary>
/// <param name="ContentHash">SHA-256 of the page before the seal was placed, in hexadecimal.</param>
public sealed record SealedReport(string Html, Verification Verification, string ContentHash);
