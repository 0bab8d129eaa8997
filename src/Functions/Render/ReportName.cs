using System.Globalization;
using Ita.Domain;
using Ita.Functions.Jobs;
using Ita.Functions.Storage;
using Ita.Reports.Text;

namespace Ita.Functions.Render;

/// <summary>Which report of which result: everything its storage names follow from.</summary>
/// <param name="Version">Of the result it prints.</param>
public sealed record ReportName(FiscalYear Year, string Agency, string Kind, int Version, Digits Digits)
{
    /// <summary>รายงานการวิเคราะห์ผลการประเมิน.</summary>
    public const string Analysis = "analysis";

    public static IReadOnlyList<string> Kinds { get; } = [Analysis];

    public string Blob => FormattableString.Invariant($"{Year}/{TableKey.Escape(Agency)}/{Stem}.pdf");

    public string PartitionKey => TableKey.Escape($"{Year}+{Agency}");

    public string RowKey => Stem;

    // Arabic digits are the plain form; the other names itself.
    private string Stem => Digits == Digits.Thai
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind}-v{Version}-thai")
        : string.Create(CultureInfo.InvariantCulture, $"{Kind}-v{Version}");

    public RenderJob ToJob() => new(Year.BuddhistEra, Agency, Kind, Version, Digits == Digits.Thai ? "thai" : "arabic");

    public static ReportName Of(RenderJob job) => new(
        FiscalYear.FromBuddhistEra(job.Year), job.Agency, job.Kind, job.Version, job.Digits == "thai" ? Digits.Thai : Digits.Arabic);
}
