using Ita.App.Reports;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Reports.Analysis;
using Ita.Reports.Text;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Desk;

/// <param name="State">Null when the report was never requested.</param>
public sealed record ReportLine(ReportKind Kind, Digits Digits, ReportState? State)
{
    public ReportStatus? Status => State?.Status;
}

/// <summary>The current result of an agency, with its reports.</summary>
public sealed record ResultView(
    ResultRow Row, Explained Now, ClassThresholds Thresholds, PlanOutcome Plan, ImmutableArray<Suggestion> Gains, ImmutableArray<ReportLine> Reports)
{
    public AgencyResult Result => Now.Result;

    /// <summary>The key of the reader; null without one.</summary>
    public KeyHolder? Holder { get; init; }

    /// <summary>Whether the reader may order prints and open the forms of the agency.</summary>
    public bool MayEdit => Holder?.Covers(Row.Agency) == true;

    public bool MayPublish => Holder is { Scope: not KeyScope.Agency };

    /// <summary>True after the result was published.</summary>
    public bool IsDone { get; init; }

    /// <summary>The typed reason of a refused publication; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the result was not published; empty otherwise.</summary>
    public ImmutableArray<FieldFault> Faults { get; init; } = [];

    public bool HasChart => Result.Indicators.Prepend(Result.Total).Any(node => node.Shown is not null);

    public FrameworkNames Names { get; } = new(Now.Framework, Now.Result);

    /// <summary>The scores to raise for the next rating; null when there is no plan.</summary>
    public RaiseSet? Raises { get; } =
        Plan is PlanOutcome.Found found ? RealisticRaises.Find(Now.Result, Now.Framework, found.ByPoints) : null;

    public string Title => $"{Row.Name ?? Row.Agency} ปี {Row.Year}";

    /// <summary>True while a report is being printed; the page then reloads itself.</summary>
    public bool IsPrinting => Reports.Any(report => report.Status == ReportStatus.Queued);

    /// <summary>The contradictions of the published total and rating, which belong beside them.</summary>
    public ImmutableArray<string> Doubts { get; } = [.. FigureDoubts.OfTotal(Now.Result, new(Now.Framework, Now.Result))];

    public string Why => Names.Spoken(Result.Rating.Why.Text.Th);
}

/// <summary>GET results/{year}/{agency}, and POST results/{year}/{agency}/{kind}, which requests a report.</summary>
internal static class ResultPages
{
    /// <summary>The value of the parameter <c>done</c> after the result was published.</summary>
    public const string Published = "published";

    public static void MapResultPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/results/{year:int}/{agency}", ShowAsync);
        pages.MapPost("/results/{year:int}/{agency}/{kind}", PrintAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    private static Task<IResult> ShowAsync(
        int year, string agency, string? done, HttpContext context, ResultViews views, CancellationToken cancellationToken) =>
        views.PageAsync(context, FiscalYear.FromBuddhistEra(year), agency, done == Published, null, null, cancellationToken);

    private static async Task<IResult> PrintAsync(
        HttpContext context,
        int year,
        string agency,
        string kind,
        [FromForm] string? digits,
        ReportNames names,
        ReportRequests requests,
        CancellationToken cancellationToken)
    {
        var name = await names.FindAsync(FiscalYear.FromBuddhistEra(year), agency, kind, digits, cancellationToken);
        if (name.IsRefused)
        {
            return name.Refusal.ToResult();
        }

        // Redirects without a fragment: with one the browser would only scroll and not reload the page.
        var requested = await requests.RequestAsync(name.Value, cancellationToken);
        return requested.IsRefused ? requested.Refusal.ToResult() : PageAnswer.SeeOther(context, PageRoutes.Result(year, agency));
    }
}
