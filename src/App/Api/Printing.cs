using Ita.App.Jobs;
using Ita.App.Render;
using Ita.App.Storage;
using Ita.Reports.Rendering;

namespace Ita.App.Api;

/// <summary>Asks for reports and gives them.</summary>
public sealed class Printing(ReportTable reports, ReportDrafts drafts, PublicAddress address, OpenStorage storage, TimeProvider clock)
{
    /// <summary>
    /// Puts the report on the queue and gives its status. A report of a result's version that is printed is only made again when what it
    /// says has changed: the step finds that out.
    /// </summary>
    public async Task<IResult> AskAsync(ReportName name, CancellationToken stop)
    {
        if (await DraftAsync(name, stop) is not { } draft)
        {
            return ApiProblem.NotFound();
        }

        var before = await reports.FindAsync(name, stop);
        if (before is { Status: ReportStatus.Printed } && before.Id == draft.Verify(name.Identity, address.Url).Id)
        {
            return Asked(name, before);
        }

        // Sent before it is written down, and written only over what was read: a report that is printed meanwhile stays printed, and none is
        // called queued whose message was never sent.
        var queued = new ReportRow(ReportStatus.Queued);
        await storage.Connection.Queues.GetQueueClient(StorageNames.Queues.Render).SendMessageAsync(Job.Write(name.ToJob(Bangkok.Today(clock))), stop);
        await reports.ChangeAsync(name, row => row == before ? queued : null, stop);
        return Asked(name, queued);
    }

    /// <param name="format">pdf, html, or null for the status.</param>
    public async Task<IResult> GiveAsync(ReportName name, string? format, CancellationToken stop) => format switch
    {
        "html" => await DraftAsync(name, stop) is { } draft
            ? TypedResults.Content((await draft.SealAsync(name.Identity, address.Url)).Html, "text/html; charset=utf-8")
            : ApiProblem.NotFound(),
        "pdf" => await PdfAsync(name, stop),
        null => await reports.FindAsync(name, stop) is { } report
            ? TypedResults.Json(Status(name, report), ApiJson.Options)
            : ApiProblem.Of(StatusCodes.Status404NotFound, "report-not-printed"),
        _ => ApiProblem.Of(StatusCodes.Status400BadRequest, "format-unknown"),
    };

    private Task<RenderedReport?> DraftAsync(ReportName name, CancellationToken stop) => drafts.DraftAsync(name, Bangkok.Today(clock), stop);

    private async Task<IResult> PdfAsync(ReportName name, CancellationToken stop) => await reports.FindAsync(name, stop) switch
    {
        { Status: ReportStatus.Printed } row => TypedResults.File(await reports.ReadAsync(row.Blob!, stop), "application/pdf", $"{name.Year}-{name.RowKey}.pdf"),
        { Status: ReportStatus.Failed } => ApiProblem.Of(StatusCodes.Status409Conflict, "report-failed"),
        _ => ApiProblem.Of(StatusCodes.Status404NotFound, "report-not-printed"),
    };

    private static IResult Asked(ReportName name, ReportRow report) =>
        TypedResults.Json(Status(name, report), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);

    private static object Status(ReportName name, ReportRow report) => new
    {
        fiscalYear = name.Year,
        agencyCode = name.Kind == ReportName.Summary ? null : name.Subject,
        name.Kind,
        name.Version,
        digits = Names.Of(name.Digits),
        status = Names.Of(report.Status),
        report.Id,
        report.Sha256,
        report.Bytes,
        report.Failure,
    };
}
