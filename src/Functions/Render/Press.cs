using System.Globalization;
using System.Security.Cryptography;
using Ita.Functions.Jobs;
using Ita.Reports.Printing;
using Ita.Reports.Sealing;

namespace Ita.Functions.Render;

/// <param name="Report">As it lies in storage now.</param>
/// <param name="IsNew">Whether it was printed just now; false when the very same was printed before.</param>
public sealed record Printed(ReportRow Report, bool IsNew);

/// <summary>Prints one report, unless the very same is printed already.</summary>
public sealed class Press(ReportDrafts drafts, PublicAddress address, IPdfPrinter printer, ReportTable reports)
{
    /// <returns>Null when its result, or the version asked for, is no more.</returns>
    public async Task<Printed?> PrintAsync(RenderJob job, CancellationToken stop)
    {
        var name = ReportName.Of(job);
        if (await drafts.DraftAsync(name, DateOnly.ParseExact(job.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), stop) is not { } draft)
        {
            return null;
        }

        var sealedReport = await ReportSeal.SealAsync(new ReportIdentity(name.Kind, name.Year, name.Subject, name.Version), address.Url, draft.Render);
        if (await reports.FindAsync(name, stop) is { Status: ReportStatus.Printed } before && before.Id == sealedReport.Verification.Id)
        {
            return new(before, IsNew: false);
        }

        var pdf = await printer.PrintAsync(sealedReport.Html, new PdfOptions(draft.ComputedAt), stop);
        return new(await KeepAsync(name, job, sealedReport, draft, pdf, stop), IsNew: true);
    }

    private async Task<ReportRow> KeepAsync(ReportName name, RenderJob job, SealedReport report, ReportDraft draft, byte[] pdf, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var id = report.Verification.Id;
        var row = new ReportRow(ReportStatus.Printed, id, name.BlobOf(id), sha256, pdf.Length);
        var seal = new SealRow(job.Year, job.Agency, job.Kind, job.Version, job.Digits, sha256, report.ContentHash, draft.ComputedAt);
        await reports.KeepAsync(name, pdf, row, seal, stop);
        return row;
    }
}
