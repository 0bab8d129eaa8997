using Ita.App.Rankings;
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
    /// <summary>The form that publishes the result; null when the reader may not, or when it is published.</summary>
    public PublishFormView? Publish { get; init; }

    /// <summary>The key of the request; null for readers without one.</summary>
    public KeyHolder? Holder { get; init; }

    /// <summary>The groups that the agency is compared with.</summary>
    public IReadOnlyList<RankedGroup> Peers { get; init; } = [];

    /// <summary>Whether the groups contain drafts of other agencies.</summary>
    public bool SeesDrafts { get; init; }

    /// <summary>Whether the key may print the agency's documents and change their settings.</summary>
    public bool MayEdit => Holder?.Covers(Row.Agency) == true;

    public bool IsPublishedNow { get; init; }

    public AgencyResult Result => Now.Result;

    public FrameworkNames Names { get; } = new(Now.Framework, Now.Result);

    /// <summary>The scores to raise for the next rating; null when there is no plan.</summary>
    public RaiseSet? Raises { get; init; }

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
    public static void MapResultPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/results/{year:int}/{agency}", ShowAsync);
        pages.MapPost("/results/{year:int}/{agency}/{kind}", PrintAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        int year, string agency, string? done, HttpContext context, ResultViews views, CancellationToken cancellationToken) =>
        await views.FindAsync(FiscalYear.FromBuddhistEra(year), agency, context, cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<ResultPage>(view with { IsPublishedNow = done == "published" && view.Row.State == StoredResult.Published })
            : Refusal.NotFound().ToResult();

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
