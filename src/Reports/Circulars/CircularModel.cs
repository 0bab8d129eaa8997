using Ita.Reports.Memos;

namespace Ita.Reports.Circulars;

/// <summary>The data of a circular letter (หนังสือเวียน).</summary>
/// <param name="Analysed">The year whose result is reported.</param>
/// <param name="CarriedOut">The year in which the measures are carried out.</param>
/// <param name="About">The report that the letter announces: analysis, measures or follow-up.</param>
/// <param name="ReportUrl">URL of the published report, printed on the letter as a QR code; null when readers cannot reach the app.</param>
/// <param name="Version">Version of that report, 1 or more.</param>
public sealed record CircularModel(
    Agency Agency,
    FiscalYear Analysed,
    FiscalYear CarriedOut,
    ReportKind About,
    LetterHead Head,
    Uri? ReportUrl,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    /// <summary>Null when its place is left white.</summary>
    public Emblem? Emblem { get; init; }

    public override ReportKind Kind => ReportKind.Circular;

    internal override bool HasCode => ReportUrl is not null;
}
