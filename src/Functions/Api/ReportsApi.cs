using Ita.Domain;
using Ita.Functions.Jobs;
using Ita.Functions.Render;
using Ita.Functions.Results;
using Ita.Functions.Storage;
using Ita.Reports.Text;

namespace Ita.Functions.Api;

/// <summary>POST and GET reports/{year}/{agency}/{kind}.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        api.MapPost("/reports/{year:int}/{agency}/{kind}", PostAsync);
        api.MapGet("/reports/{year:int}/{agency}/{kind}", GetAsync);
    }

    private static async Task<IResult> PostAsync(
        int year, string agency, string kind, string? digits, ResultTable results, ReportTable reports, OpenStorage storage, CancellationToken stop)
    {
        var (name, _, refusal) = await NameOfAsync(year, agency, kind, digits, results, stop);
        if (name is null)
        {
            return refusal;
        }

        if (await reports.FindAsync(name, stop) is not { Status: ReportStatus.Printed } row)
        {
            row = new ReportRow(ReportStatus.Queued);
            await reports.WriteAsync(name, row, stop);
            await storage.Connection.Queues.GetQueueClient(StorageNames.Queues.Render).SendMessageAsync(Job.Write(name.ToJob()), stop);
        }

        return TypedResults.Json(Status(name, row), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> GetAsync(
        int year,
        string agency,
        string kind,
        string? format,
        string? digits,
        ResultTable results,
        ResultBlobs blobs,
        ReportTable reports,
        ReportText text,
        CancellationToken stop)
    {
        var (name, row, refusal) = await NameOfAsync(year, agency, kind, digits, results, stop);
        if (name is null)
        {
            return refusal;
        }

        return format switch
        {
            "html" => TypedResults.Content(
                await text.AnalysisAsync(await blobs.ReadAsync(row!.Blob, stop), name.Digits, stop), "text/html; charset=utf-8"),
            "pdf" => await PdfAsync(name, reports, stop),
            null => await reports.FindAsync(name, stop) is { } report
                ? TypedResults.Json(Status(name, report), ApiJson.Options)
                : ApiProblem.Of(StatusCodes.Status404NotFound, "report-not-printed"),
            _ => ApiProblem.Of(StatusCodes.Status400BadRequest, "format-unknown"),
        };
    }

    private static async Task<IResult> PdfAsync(ReportName name, ReportTable reports, CancellationToken stop) =>
        await reports.FindAsync(name, stop) switch
        {
            { Status: ReportStatus.Printed } =>
                TypedResults.File(await reports.ReadAsync(name, stop), "application/pdf", $"{name.Year}-{name.Agency}-{name.RowKey}.pdf"),
            { Status: ReportStatus.Failed } => ApiProblem.Of(StatusCodes.Status409Conflict, "report-failed"),
            _ => ApiProblem.Of(StatusCodes.Status404NotFound, "report-not-printed"),
        };

    private static async Task<(ReportName? Name, ResultRow? Row, IResult Refusal)> NameOfAsync(
        int year, string agency, string kind, string? digits, ResultTable results, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return (null, null, refusal);
        }

        if (!ReportName.Kinds.Contains(kind))
        {
            return (null, null, ApiProblem.Of(StatusCodes.Status404NotFound, "unknown-report", ("kind", kind), ("kinds", string.Join(", ", ReportName.Kinds))));
        }

        if (digits is not (null or "thai" or "arabic"))
        {
            return (null, null, ApiProblem.Of(StatusCodes.Status400BadRequest, "digits-unknown"));
        }

        return await results.FindAsync(known, agency, stop) is { } row
            ? (new ReportName(known, agency, kind, row.Version, digits == "thai" ? Digits.Thai : Digits.Arabic), row, TypedResults.Empty)
            : (null, null, ApiProblem.NotFound());
    }

    private static object Status(ReportName name, ReportRow report) => new
    {
        fiscalYear = name.Year,
        agencyCode = name.Agency,
        name.Kind,
        name.Version,
        digits = Names.Of(name.Digits),
        status = Names.Of(report.Status),
        report.Sha256,
        report.Bytes,
        report.Failure,
    };
}
