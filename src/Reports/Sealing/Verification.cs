namespace Ita.Reports.Sealing;

/// <summary>Where a reader can ask whether a printed report is genuine and the newest; stands on it as text and as a QR code.</summary>
/// <param name="Id">32 hexadecimal digits, see <see cref="ReportSeal"/>.</param>
public sealed record Verification(string Id, Uri Url);

/// <summary>Which report it is, in the words of its address.</summary>
/// <param name="Kind">For example analysis or follow-up.</param>
/// <param name="Agency">The agency's code; for a summary what it is over.</param>
public sealed record ReportIdentity(string Kind, FiscalYear Year, string Agency, int Version);

/// <summary>A report with its seal on it.</summary>
/// <param name="ContentHash">SHA-256 of the page before the seal was placed, in hexadecimal.</param>
public sealed record SealedReport(string Html, Verification Verification, string ContentHash);
