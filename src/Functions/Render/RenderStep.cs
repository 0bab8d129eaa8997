using System.Security.Cryptography;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Results;
using Ita.Reports.Printing;

namespace Ita.Functions.Render;

/// <summary>Prints one report of one version of a result.</summary>
public sealed class RenderStep(ResultTable results, ResultBlobs blobs, ReportText text, IPdfPrinter printer, ReportTable reports) : IStep
{
    public string Function => "Render";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var name = ReportName.Of(Job.Read<RenderJob>(payload.Message("job")));
        if (await reports.FindAsync(name, cancellationToken) is { Status: ReportStatus.Printed })
        {
            return InvocationAnswer.Done($"report {name.RowKey} was printed already");
        }

        var row = await results.FindAsync(name.Year, name.Agency, cancellationToken)
            ?? throw new InvalidOperationException($"No result of {name.Year} to print.");
        if (row.Version != name.Version)
        {
            // A newer version came in between; its own report is asked for by whoever wants it.
            return InvocationAnswer.Done($"report {name.RowKey} is of version {name.Version}, the result is at {row.Version}");
        }

        var stored = await blobs.ReadAsync(row.Blob, cancellationToken);
        var html = await text.AnalysisAsync(stored, name.Digits, cancellationToken);
        var pdf = await printer.PrintAsync(html, new PdfOptions(stored.ComputedAt), cancellationToken);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        await reports.KeepAsync(name, pdf, new ReportRow(ReportStatus.Printed, sha256, pdf.Length), cancellationToken);
        return InvocationAnswer.Done($"report {name.RowKey} printed, {pdf.Length} bytes");
    }
}
