using Ita.Domain.Ranking;

namespace Ita.App.Reports;

/// <summary>GET summaries/{year}?province=&amp;type=: means, the number of agencies per rating, the share of agencies
/// that passed, and the agencies without a total: not processed, without data, withheld.</summary>
internal static class SummariesApi
{
    public static void MapSummaries(this IEndpointRouteBuilder api) => api.MapGet("/summaries/{year:int}", GetAsync);

    private static async Task<Answer<SummaryObject>> GetAsync(
        int year, string? province, string? type, SummaryDrafts drafts, CancellationToken cancellationToken)
    {
        var asked = GroupNames.Read(province, type);
        var (summary, computedAt) = await drafts.SummaryAsync(
            FiscalYear.FromBuddhistEra(year), new SummaryScope(asked.Province, asked.Type), cancellationToken);
        return summary is null
            ? asked.FindUnknown(RefusalKind.NotFound) ?? Refusal.NotFound()
            : new SummaryObject(
                year,
                asked.Province,
                asked.Type,
                summary.Line,
                FiguresObject.From(summary.Now),
                FiguresObject.FromOptional(summary.Before),
                summary.Types.Select(one => new TypeObject(one.Type, FiguresObject.From(one.Now), FiguresObject.FromOptional(one.Before))),
                summary.Ratings,
                summary.RatingsBefore,
                UnscoredObject.List(summary, WithoutTotal.NotProcessed),
                UnscoredObject.List(summary, WithoutTotal.NoData),
                UnscoredObject.List(summary, WithoutTotal.Withheld),
                computedAt);
    }

    /// <param name="Before">The year before; null when no agency of the scope has a result in it.</param>
    /// <param name="NotProcessed">Agencies without a total by a rule of the year.</param>
    /// <param name="NoData">Agencies without a total because data are missing or incomplete.</param>
    /// <param name="Withheld">Agencies whose total is not disclosed.</param>
    private sealed record SummaryObject(
        int FiscalYear,
        string? Province,
        string? Type,
        decimal Line,
        FiguresObject Now,
        FiguresObject? Before,
        IEnumerable<TypeObject> Types,
        ImmutableArray<RatingCount> Ratings,
        ImmutableArray<RatingCount> RatingsBefore,
        IEnumerable<UnscoredObject> NotProcessed,
        IEnumerable<UnscoredObject> NoData,
        IEnumerable<UnscoredObject> Withheld,
        DateTimeOffset ComputedAt);

    private sealed record TypeObject(string? Type, FiguresObject Now, FiguresObject? Before);

    /// <param name="Why">The reason in Thai; null when it is not known.</param>
    private sealed record UnscoredObject(string AgencyCode, string AgencyName, string? Why)
    {
        public static IEnumerable<UnscoredObject> List(Summary summary, WithoutTotal why) =>
            summary.UnscoredFor(why).Select(row => new UnscoredObject(row.AgencyCode, row.AgencyName, row.WhyNot));
    }

    private sealed record IndicatorMean(int Number, decimal Mean);

    private sealed record FiguresObject(
        int Agencies, int Scored, decimal? MeanOfTotals, decimal? TotalOfMeans, int Reached, decimal? Share, IEnumerable<IndicatorMean> Indicators)
    {
        public static FiguresObject From(SummaryFigures figures) => new(
            figures.Agencies,
            figures.Scored,
            Shown(figures.MeanOfTotals),
            Shown(figures.TotalOfMeans),
            figures.Reached,
            Shown(figures.Share),
            figures.Indicators.Select(pair => new IndicatorMean(pair.Key, Rounding.ToShown(pair.Value))));

        public static FiguresObject? FromOptional(SummaryFigures? figures) => figures is null ? null : From(figures);

        private static decimal? Shown(decimal? value) => value is { } known ? Rounding.ToShown(known) : null;
    }
}
