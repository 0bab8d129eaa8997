using Ita.App.Telemetry;
using Ita.Reports.Printing;
using Ita.Reports.Rendering;
using Ita.Reports.Sealing;

namespace Ita.App.Reports;

/// <param name="Report">The stored record.</param>
/// <param name="IsNew">True when it was printed now; false when the same content was printed before.</param>
public sealed record Printed(ReportRow Report, bool IsNew);

/// <summary>Prints one report, unless the same content was printed already.</summary>
public sealed class ReportPrinter(
    ReportDrafts drafts,
    ReportInputs inputs,
    PublicAddress address,
    IPdfPrinter common,
    [FromKeyedServices(PrintLane.Apart)] IPdfPrinter apart,
    ReportTable reports,
    TimeProvider clock)
{
    /// <returns>Null when the version of the result no longer exists.</returns>
    /// <exception cref="PrintTimeoutException">Printing took longer than the limit of the lane.</exception>
    public async Task<Printed?> PrintAsync(RenderJob job, PrintLane lane, CancellationToken cancellationToken)
    {
        // Inputs are read before the report is rendered: if one changes in between, the report is compared again, never thought current.
        var (name, asOf) = (ReportName.From(job), DateOnly.ParseExact(job.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var read = await inputs.ReadAsync(name, cancellationToken);
        if (await drafts.DraftAsync(name, asOf, cancellationToken) is not { } draft)
        {
            return null;
        }

        if (await reports.ConfirmAsync(name, draft.Verify(name.Identity, address.Url).Id, read, asOf, cancellationToken) is { } before)
        {
            return new(before, IsNew: false);
        }

        var report = await draft.SealAsync(name.Identity, address.Url, address.IsSet);
        var pdf = await PdfAsync(lane == PrintLane.Apart ? apart : common, name.Kind.Code, report, draft, cancellationToken);
        return new(await KeepAsync(name, job, report, draft, pdf, (read, asOf), cancellationToken), IsNew: true);
    }

    private async Task<byte[]> PdfAsync(
        IPdfPrinter printer, string kind, SealedReport report, RenderedReport draft, CancellationToken cancellationToken)
    {
        using var activity = ItaTelemetry.Source.StartActivity("print");
        activity?.SetTag("ita.report.kind", kind);
        var began = clock.GetTimestamp();
        var pdf = await printer.PrintAsync(report.Html, new PdfOptions(draft.ComputedAt), cancellationToken);
        var tag = new KeyValuePair<string, object?>("kind", kind);
        ItaTelemetry.Prints.Add(1, tag);
        ItaTelemetry.PrintDuration.Record(clock.GetElapsedTime(began).TotalSeconds, tag);
        return pdf;
    }

    private async Task<ReportRow> KeepAsync(
        ReportName name,
        RenderJob job,
        SealedReport report,
        RenderedReport draft,
        byte[] pdf,
        (string Inputs, DateOnly AsOf) from,
        CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var id = report.Verification.Id;
        var row = new ReportRow(ReportStatus.Printed, id, name.BlobOf(id), sha256, pdf.Length, Inputs: from.Inputs, AsOf: from.AsOf);
        var seal = new SealRow(job.Year, job.Agency, job.Kind, job.Version, job.Digits, sha256, report.ContentHash, draft.ComputedAt);
        await reports.KeepAsync(name, pdf, row, seal, cancellationToken);
        return row;
    }
}
