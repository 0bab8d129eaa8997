namespace Ita.Domain.Ranking;

/// <summary>The figures of one set of agencies in one year: all of a summary, or those of one type.</summary>
/// <param name="Agencies">All, with and without a total.</param>
/// <param name="Scored">Those with a total.</param>
/// <param name="MeanOfTotals">Of the shown totals, unrounded; null when there is none.</param>
/// <param name="TotalOfMeans">The mean of each indicator, weighed up to a total; null when an indicator has no score anywhere.</param>
/// <param name="Reached">How many totals are at or above the line.</param>
/// <param name="Indicators">Mean of the shown scores by indicator number, unrounded.</param>
/// <remarks>
/// The two means differ by rounding, and by more where some agencies lack an indicator or a total: documents that print one and call it
/// the other contradict themselves, so both are stated.
/// </remarks>
public sealed record SummaryFigures(
    int Agencies,
    int Scored,
    decimal? MeanOfTotals,
    decimal? TotalOfMeans,
    int Reached,
    ImmutableSortedDictionary<int, decimal> Indicators)
{
    /// <summary>Percent of those with a total that are at or above the line; null when none has one.</summary>
    public decimal? Share => Scored == 0 ? null : 100m * Reached / Scored;

    /// <param name="line">The total to be reached.</param>
    public static SummaryFigures Compute(IReadOnlyCollection<SummaryRow> rows, Framework framework, decimal line)
    {
        var totals = rows.Select(row => row.Total).OfType<decimal>().ToList();
        var indicators = MeansOf(rows, framework);
        return new(
            rows.Count,
            totals.Count,
            totals.Count == 0 ? null : totals.Average(),
            TotalOf(indicators, framework),
            totals.Count(total => total >= line),
            indicators);
    }

    private static ImmutableSortedDictionary<int, decimal> MeansOf(IReadOnlyCollection<SummaryRow> rows, Framework framework) => framework.Indicators
        .Select(indicator => (
            indicator.Number,
            Scores: rows.Where(row => row.Indicators.ContainsKey(indicator.Number)).Select(row => row.Indicators[indicator.Number]).ToList()))
        .Where(pair => pair.Scores.Count > 0)
        .ToImmutableSortedDictionary(pair => pair.Number, pair => pair.Scores.Average());

    private static decimal? TotalOf(ImmutableSortedDictionary<int, decimal> means, Framework framework) =>
        framework.Indicators.Any(indicator => !means.ContainsKey(indicator.Number))
            ? null
            : framework.Instruments.Sum(instrument => instrument.Indicators.Average(number => means[number]) * instrument.Weight.Value)
              / framework.Instruments.Sum(instrument => instrument.Weight.Value);
}
