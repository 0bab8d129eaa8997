using Ita.Reports.Sealing;
using Ita.Reports.Text;

namespace Ita.App.Reports;

/// <summary>Identifies a report; its storage names follow from it.</summary>
/// <param name="Subject">The agency's code; for a summary its scope, see <see cref="SummaryScope"/>.</param>
/// <param name="Version">The version of the result; 1 for a summary.</param>
public sealed record ReportName(FiscalYear Year, string Subject, ReportKind Kind, int Version, Digits Digits)
{
    public const string ThaiDigits = "thai";
    public const string ArabicDigits = "arabic";

    /// <summary>The report in the form that its seal uses.</summary>
    public ReportIdentity Identity => new(Kind.Code, Year, Subject, Version);

    /// <summary>The name of a download, without its ending: year, agency and kind.</summary>
    public string FileName => Kind.IsOfOneAgency ? FormattableString.Invariant($"{Year}-{Subject}-{Kind.Code}") : $"{Year}-{Kind.Code}";

    public string PartitionKey => TableKey.Escape($"{Year}+{Subject}");

    // Thai digits are marked in the name; Arabic digits are the default and are not.
    public string RowKey => Digits == Digits.Thai
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind.Code}-v{Version}-{ThaiDigits}")
        : string.Create(CultureInfo.InvariantCulture, $"{Kind.Code}-v{Version}");

    /// <summary>
    /// The blob of the PDF. The start of the seal's id is in the name, because a plan can change while the version of the result does not.
    /// </summary>
    /// <param name="id">The seal's id.</param>
    public string BlobOf(string id) => FormattableString.Invariant($"{Year}/{TableKey.Escape(Subject)}/{RowKey}-{id[..8]}.pdf");

    /// <param name="asOf">The day that decides which follow-up rounds are overdue.</param>
    public RenderJob ToJob(DateOnly asOf) =>
        new(
            Year.BuddhistEra, Subject, Kind.Code, Version, Digits == Digits.Thai ? ThaiDigits : ArabicDigits,
            asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <exception cref="InvalidOperationException">The job names a kind that does not exist.</exception>
    public static ReportName From(RenderJob job) => new(
        FiscalYear.FromBuddhistEra(job.Year),
        job.Agency,
        ReportKind.Find(job.Kind) ?? throw new InvalidOperationException($"There is no report kind '{job.Kind}'."),
        job.Version,
        job.Digits == ThaiDigits ? Digits.Thai : Digits.Arabic);
}
