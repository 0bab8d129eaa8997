using System.Globalization;
using Ita.Domain;
using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.Reports.Sealing;
using Ita.Reports.Text;

namespace Ita.App.Render;

/// <summary>Which report of what: everything its storage names follow from.</summary>
/// <param name="Subject">The agency's code; for a summary what it is over, see <see cref="SummaryScope"/>.</param>
/// <param name="Version">Of the result it prints; 1 for a summary.</param>
public sealed record ReportName(FiscalYear Year, string Subject, string Kind, int Version, Digits Digits)
{
    /// <summary>รายงานการวิเคราะห์ผลการประเมิน.</summary>
    public const string Analysis = "analysis";

    /// <summary>มาตรการส่งเสริมคุณธรรมและความโปร่งใส.</summary>
    public const string Measures = "measures";

    /// <summary>รายงานผลการดำเนินการตามมาตรการ.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>บันทึกข้อความ.</summary>
    public const string Memo = "memo";

    /// <summary>หนังสือเวียน.</summary>
    public const string Circular = "circular";

    /// <summary>สรุปผลการประเมิน of many agencies.</summary>
    public const string Summary = "summary";

    public const string ThaiDigits = "thai";
    public const string ArabicDigits = "arabic";

    /// <summary>The kinds of one agency.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Analysis, Measures, FollowUp, Memo, Circular];

    /// <summary>The same report as its seal names it.</summary>
    public ReportIdentity Identity => new(Kind, Year, Subject, Version);

    public string PartitionKey => TableKey.Escape($"{Year}+{Subject}");

    // Arabic digits are the plain form; the other names itself.
    public string RowKey => Digits == Digits.Thai
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind}-v{Version}-{ThaiDigits}")
        : string.Create(CultureInfo.InvariantCulture, $"{Kind}-v{Version}");

    /// <summary>Where a print lies. The start of its id is in the name, because a plan may change while the result's version does not.</summary>
    /// <param name="id">The seal's id.</param>
    public string BlobOf(string id) => FormattableString.Invariant($"{Year}/{TableKey.Escape(Subject)}/{RowKey}-{id[..8]}.pdf");

    /// <param name="asOf">The day by which rounds are overdue.</param>
    public RenderJob ToJob(DateOnly asOf) =>
        new(Year.BuddhistEra, Subject, Kind, Version, Digits == Digits.Thai ? ThaiDigits : ArabicDigits, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static ReportName Of(RenderJob job) => new(
        FiscalYear.FromBuddhistEra(job.Year), job.Agency, job.Kind, job.Version, job.Digits == ThaiDigits ? Digits.Thai : Digits.Arabic);
}
