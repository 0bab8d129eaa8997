using Ita.Reports.Text;
using Ita.Reports.Word;

namespace Ita.App.Reports;

/// <summary>POST and GET reports/{year}/{agency}/{kind}, and reports/{year}/summary?province=&amp;type=.</summary>
internal static class ReportsApi
{
    private const string Html = "text/html";
    private const string Pdf = "application/pdf";

    public static void MapReportsApi(this IEndpointRouteBuilder api)
    {
        const string Agency = "/reports/{year:int}/{agency}/{kind}";
        const string Summary = "/reports/{year:int}/summary";
        Requesting(api.MapPost(Agency, RequestAsync), Right.OwnAgency);
        Reading(api.MapGet(Agency, GetAsync));
        Requesting(api.MapPost(Summary, RequestSummaryAsync), Right.AnyAgency);
        Reading(api.MapGet(Summary, GetSummaryAsync));
    }

    private static void Requesting(RouteHandlerBuilder endpoint, Right right) =>
        endpoint.Needs(right).Succeeds<ReportObject>(StatusCodes.Status202Accepted);

    private static void Reading(RouteHandlerBuilder endpoint) =>
        endpoint.Succeeds<ReportObject>().SucceedsWithFile(Html, Pdf, WordFile.ContentType).Refuses(StatusCodes.Status409Conflict);

    private static async Task<Answer<ReportObject>> RequestAsync(
        int year, string agency, string kind, string? digits, ReportNames names, ReportRequests reports, CancellationToken cancellationToken) =>
        await RequestNamedAsync(
            await names.FindAsync(FiscalYear.FromBuddhistEra(year), agency, kind, digits, cancellationToken), reports, cancellationToken);

    private static Task<Answer<ReportObject>> RequestSummaryAsync(
        int year, string? province, string? type, string? digits, ReportRequests reports, CancellationToken cancellationToken) =>
        RequestNamedAsync(
            ReportNames.ForSummary(FiscalYear.FromBuddhistEra(year), province, type, digits), reports, cancellationToken,
            GroupNames.Read(province, type).FindUnknown(RefusalKind.NotFound));

    private static async Task<Answer<ReportObject>> RequestNamedAsync(
        Outcome<ReportName> name, ReportRequests reports, CancellationToken cancellationToken, Refusal? notFound = null)
    {
        if (name.IsRefused)
        {
            return name.Refusal;
        }

        var requested = await reports.RequestAsync(name.Value, cancellationToken);
        return requested.IsRefused
            ? requested.Refusal.Or(notFound)
            : Answer<ReportObject>.With(ReportObject.From(new(name.Value, requested.Value)), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> GetAsync(
        int year,
        string agency,
        string kind,
        string? format,
        string? digits,
        HttpContext context,
        ReportNames names,
        ReportRequests reports,
        CancellationToken cancellationToken)
    {
        var name = await names.FindAsync(FiscalYear.FromBuddhistEra(year), agency, kind, digits, cancellationToken);
        return !name.IsRefused && !name.Value.Kind.IsPublic && context.SeesPublishedOnly()
            ? Refusal.NotFound().ToResult()
            : await GetNamedAsync(name, format, context.SeesPublishedOnly(), reports, cancellationToken);
    }

    private static Task<IResult> GetSummaryAsync(
        int year, string? province, string? type, string? format, string? digits, ReportRequests reports, CancellationToken cancellationToken) =>
        GetNamedAsync(
            ReportNames.ForSummary(FiscalYear.FromBuddhistEra(year), province, type, digits), format, publishedOnly: false, reports,
            cancellationToken, GroupNames.Read(province, type).FindUnknown(RefusalKind.NotFound));

    /// <param name="notFound">The refusal with the reason why there is no such report; null when no reason is known.</param>
    private static async Task<IResult> GetNamedAsync(
        Outcome<ReportName> named,
        string? format,
        bool publishedOnly,
        ReportRequests reports,
        CancellationToken cancellationToken,
        Refusal? notFound = null)
    {
        if (named.IsRefused)
        {
            return named.Refusal.ToResult();
        }

        var name = named.Value;
        return format switch
        {
            "html" => await reports.ReadHtmlAsync(name, cancellationToken) is { Value: { } html }
                ? TypedResults.Content(html, $"{Html}; charset=utf-8")
                : Refusal.NotFound().Or(notFound).ToResult(),
            "docx" => await reports.ReadWordAsync(name, cancellationToken) switch
            {
                { Value: { } word } => TypedResults.File(word, WordFile.ContentType, $"{name.FileName}.docx"),
                var refused => refused.Refusal!.Or(notFound).ToResult(),
            },
            "pdf" => await reports.ReadPdfAsync(name, publishedOnly, cancellationToken) switch
            {
                { Value: { } pdf } => new InlineFile(pdf, Pdf, $"{name.FileName}.pdf"),
                var refused => refused.Refusal!.Or(notFound).ToResult(),
            },
            null => await reports.FindAsync(name, publishedOnly, cancellationToken) switch
            {
                { Value: { } state } => Answer<ReportObject>.With(ReportObject.From(state), StatusCodes.Status200OK),
                var refused => refused.Refusal!.Or(notFound).ToResult(),
            },
            _ => Refusal.Invalid("format-unknown").ToResult(),
        };
    }
}
