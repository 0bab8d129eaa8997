using Ita.App.Access;
using Ita.App.Results;
using Ita.App.Web;
using Ita.Reports.Text;

namespace Ita.App.Reports;

/// <summary>POST and GET reports/{year}/{agency}/{kind}, and reports/{year}/summary?province=&amp;type=.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        const string One = "/reports/{year:int}/{agency}/{kind}";
        const string Many = "/reports/{year:int}/summary";
        api.MapPost(One, async (int year, string agency, string kind, string? digits, ResultTable results, ReportRequests printing, CancellationToken stop) =>
            await OfAsync(await NameOfAsync(year, agency, kind, digits, results, stop), name => printing.AskAsync(name, stop))).Needs(Right.OwnAgency);
        api.MapGet(One, async (int year, string agency, string kind, string? format, string? digits, ResultTable results, ReportRequests printing, CancellationToken stop) =>
            await OfAsync(await NameOfAsync(year, agency, kind, digits, results, stop), name => printing.GiveAsync(name, format, stop)));
        api.MapPost(Many, (int year, string? province, string? type, string? digits, ReportRequests printing, CancellationToken stop) =>
            OfAsync(SummaryName(year, province, type, digits), name => printing.AskAsync(name, stop))).Needs(Right.AnyAgency);
        api.MapGet(Many, (int year, string? province, string? type, string? format, string? digits, ReportRequests printing, CancellationToken stop) =>
            OfAsync(SummaryName(year, province, type, digits), name => printing.GiveAsync(name, format, stop)));
    }

    private static Task<IResult> OfAsync((ReportName? Name, IResult Refusal) named, Func<ReportName, Task<IResult>> answer) =>
        named.Name is { } name ? answer(name) : Task.FromResult(named.Refusal);

    internal static async Task<(ReportName? Name, IResult Refusal)> NameOfAsync(
        int year, string agency, string kind, string? digits, ResultTable results, CancellationToken stop)
    {
        if (!ReportName.Kinds.Contains(kind))
        {
            return (null, ApiProblem.Of(StatusCodes.Status404NotFound, "unknown-report", ("kind", kind), ("kinds", string.Join(", ", ReportName.Kinds))));
        }

        if (DigitsOf(digits) is not { } known)
        {
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "digits-unknown"));
        }

        var (row, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        return row is null ? (null, refusal) : (new ReportName(row.Year, agency, kind, row.Version, known), refusal);
    }

    private static (ReportName? Name, IResult Refusal) SummaryName(int year, string? province, string? type, string? digits)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return (null, refusal);
        }

        return DigitsOf(digits) is { } chosen
            ? (new ReportName(known, new SummaryScope(province, type).Subject, ReportName.Summary, 1, chosen), refusal)
            : (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "digits-unknown"));
    }

    /// <summary>Null when there are no such digits; arabic when none are named.</summary>
    public static Digits? DigitsOf(string? digits) => digits switch
    {
        null or ReportName.ArabicDigits => Digits.Arabic,
        ReportName.ThaiDigits => Digits.Thai,
        _ => null,
    };
}
