using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.App.Api;
using Ita.App.Keys;
using Ita.App.Render;
using Ita.App.Results;
using Ita.Reports.Analysis;
using Ita.Reports.Documents;
using Ita.Reports.Text;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Pages.Results;

/// <param name="Status">Null when it was never asked for.</param>
public sealed record ReportLine(string Kind, Digits Digits, ReportStatus? Status);

/// <summary>Everything of the current result of an agency.</summary>
public sealed record ResultView(
    ResultRow Row, Explained Now, PlanOutcome Plan, ImmutableArray<Suggestion> Gains, ImmutableArray<ReportLine> Reports)
{
    public AgencyResult Result => Now.Result;

    public FrameworkNames Names { get; } = new(Now.Framework);

    public string Title => $"{Row.Name ?? Row.Agency} ปี {Row.Year}";

    /// <summary>Whether a report is being printed, which is worth looking again for.</summary>
    public bool IsPrinting => Reports.Any(report => report.Status == ReportStatus.Queued);

    public string Why => Names.Spoken(Result.Rating.Why.Text.Th);
}

/// <summary>GET results/{year}/{agency}, and POST results/{year}/{agency}/{kind}, which asks for a report.</summary>
internal static class ResultPages
{
    public static void MapResultPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/results/{year:int}/{agency}", ShowAsync);
        pages.MapPost("/results/{year:int}/{agency}/{kind}", PrintAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency) =>
        FormattableString.Invariant($"{PagesApi.Root}/results/{year}/{Uri.EscapeDataString(agency)}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, ResultTable results, StoredResults stored, ReportTable reports, CancellationToken stop)
    {
        var (row, refusal) = await FiscalYears.RowAsync(year, agency, results, stop);
        if (row is null || await stored.FindAsync(row.Year, agency, stop) is not { } now)
        {
            return refusal;
        }

        var plan = Planner.Of(now.Result, now.Framework);
        var gains = MeasureSuggestions.Of(now.Result, now.Framework, ClassThresholds.Usual);
        return await PageAnswer.OfAsync<ResultPage>(new ResultView(row, now, plan, gains, [.. await Task.WhenAll(LinesOf(row, reports, stop))]));
    }

    private static IEnumerable<Task<ReportLine>> LinesOf(ResultRow row, ReportTable reports, CancellationToken stop) =>
        from kind in ReportName.Kinds
        from digits in Enum.GetValues<Digits>()
        select LineAsync(new ReportName(row.Year, row.Agency, kind, row.Version, digits), reports, stop);

    private static async Task<ReportLine> LineAsync(ReportName name, ReportTable reports, CancellationToken stop) =>
        new(name.Kind, name.Digits, (await reports.FindAsync(name, stop))?.Status);

    private static async Task<IResult> PrintAsync(
        HttpContext context, int year, string agency, string kind, [FromForm] string? digits, ResultTable results, Printing printing, CancellationToken stop)
    {
        var (name, refusal) = await ReportsApi.NameOfAsync(year, agency, kind, digits, results, stop);
        if (name is null)
        {
            return refusal;
        }

        // On to the bare address: with a fragment the page would not load itself again, only scroll.
        var answer = await printing.AskAsync(name, stop);
        return answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status202Accepted } ? PageAnswer.SeeOther(context, Address(year, agency)) : answer;
    }
}
