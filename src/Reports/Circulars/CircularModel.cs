using Ita.Reports.Memos;

namespace Ita.Reports.Circulars;

/// <summary>All that a circular letter (หนังสือเวียน) says is taken from here.</summary>
/// <param name="Analysed">The year whose result is reported.</param>
/// <param name="CarriedOut">The year the measures are carried out in.</param>
/// <param name="About">The report that the letter makes known: analysis, measures or follow-up.</param>
/// <param name="ReportUrl">Where the published report is; stands on the letter as a QR code.</param>
/// <param name="Version">Version of that report, 1 or more.</param>
public sealed record CircularModel(
    Agency Agency,
    FiscalYear Analysed,
    FiscalYear CarriedOut,
    ReportKind About,
    LetterHead Head,
    Uri ReportUrl,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Circular;
}
