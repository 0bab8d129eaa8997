using System.Globalization;
using System.Security.Cryptography;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Reports.Printing;
using Ita.Reports.Sealing;

namespace Ita.Functions.Render;

/// <summary>Prints one report, unless the very same is printed already.</summary>
public sealed class RenderStep(ReportDrafts drafts, PublicAddress address, IPdfPrinter printer, ReportTable reports) : IStep
{
    public string Function => "Render";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<RenderJob>(payload.Message("job"));
        var name = ReportName.Of(job);
        if (await drafts.DraftAsync(name, DateOnly.ParseExact(job.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken) is not { } draft)
        {
            // A newer version came in between; its own report is asked for by whoever wants it.
            return InvocationAnswer.Done($"report {name.RowKey} is of a result that is no more");
        }

        var report = await ReportSeal.SealAsync(new ReportIdentity(name.Kind, name.Year, name.Subject, name.Version), address.Url, draft.Render);
        if (await reports.FindAsync(name, cancellationToken) is { Status: ReportStatus.Printed } printed && printed.Id == report.Verification.Id)
        {
            return InvocationAnswer.Done($"report {name.RowKey} was printed already");
        }

        var pdf = await printer.PrintAsync(report.Html, new PdfOptions(draft.ComputedAt), cancellationToken);
        await KeepAsync(name, job, report, draft, pdf, cancellationToken);
        return InvocationAnswer.Done($"report {name.RowKey} printed, {pdf.Length} bytes");
    }

    private Task KeepAsync(ReportName name, RenderJob job, SealedReport report, ReportDraft draft, byte[] pdf, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var id = report.Verification.Id;
        return reports.KeepAsync(
            name,
            pdf,
            new ReportRow(ReportStatus.Printed, id, name.BlobOf(id), sha256, pdf.Length),
            new SealRow(job.Year, job.Agency, job.Kind, job.Version, job.Digits, sha256, report.ContentHash, draft.ComputedAt),
            cancellationToken);
    }
}
