using Ita.Domain;
using Ita.Reports.Sealing;

namespace Ita.Reports.Memos;

/// <summary>All that a circular letter (หนังสือเวียน) says is taken from here.</summary>
/// <param name="Analysed">The year whose result is reported.</param>
/// <param name="CarriedOut">The year the measures are carried out in.</param>
/// <param name="ReportUrl">Where the published report is; stands on the letter as a QR code.</param>
/// <param name="Version">Version of that report, 1 or more.</param>
public sealed record CircularModel(
    Agency Agency,
    FiscalYear Analysed,
    FiscalYear CarriedOut,
    MemoPurpose Purpose,
    LetterHead Head,
    Uri ReportUrl,
    int Version,
    DateTimeOffset ComputedAt)
{
    /// <summary>Null prints no seal.</summary>
    public Verification? Verification { get; init; }
}
