using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Ranking;

namespace Ita.App.Reports;

/// <summary>GET summaries/{year}?province=&amp;type=: means, rating counts, share at or above the line, not processed.</summary>
internal static class SummariesApi
{
    public static void MapSummaries(this RouteGroupBuilder api) => api.MapGet("/summaries/{year:int}", SummariseAsync);

    private static async Task<IResult> SummariseAsync(int year, string? province, string? type, SummaryDrafts drafts, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        var (summary, computedAt) = await drafts.SummaryAsync(known, new SummaryScope(province, type), stop);
        return summary is null
            ? ApiProblem.NotFound()
            : TypedResults.Json(
                new
                {
                    fiscalYear = known,
                    province,
                    type,
                    line = summary.Line,
                    now = Figures(summary.Now),
                    before = summary.Before is { } before ? Figures(before) : null,
                    types = summary.Types.Select(one => new { one.Type, now = Figures(one.Now), before = one.Before is { } earlier ? Figures(earlier) : null }),
                    ratings = summary.Ratings,
                    ratingsBefore = summary.RatingsBefore,
                    notProcessed = summary.NotProcessed.Select(row => new { row.AgencyCode, row.AgencyName, why = row.WhyNot }),
                    computedAt,
                },
                ApiJson.Options);
    }

    private static object Figures(SummaryFigures figures) => new
    {
        figures.Agencies,
        figures.Scored,
        meanOfTotals = Shown(figures.MeanOfTotals),
        totalOfMeans = Shown(figures.TotalOfMeans),
        figures.Reached,
        share = Shown(figures.Share),
        indicators = figures.Indicators.Select(pair => new { number = pair.Key, mean = Rounding.ToShown(pair.Value) }),
    };

    private static decimal? Shown(decimal? value) => value is { } known ? Rounding.ToShown(known) : null;
}
