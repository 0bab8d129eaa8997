namespace Ita.Domain.Ranking;

/// <summary>The figures of one set of agencies in one year: all of a summary, or those of one type.</summary>
/// <param name="Agencies">Number of agencies, with and without a total.</param>
/// <param name="Scored">Number of agencies with a total.</param>
/// <param name="MeanOfTotals">Mean of the shown totals, unrounded; null when there are none.</param>
/// <param name="TotalOfMeans">Weighted total of the means of the indicators, unrounded; null when an indicator has no score at all.</param>
/// <param name="Reached">Number of totals at or above the target.</param>
/// <param name="Indicators">Means of the shown scores, by indicator number, unrounded.</param>
/// <remarks>
/// The two means differ by rounding, and by more when some agencies lack an indicator or a total. Some documents print one under the name
/// of the other, so both are given.
/// </remarks>
public sealed record SummaryFigures(
    int Agencies,
    int Scored,
    decimal? MeanOfTotals,
    decimal? TotalOfMeans,
    int Reached,
    ImmutableSortedDictionary<int, decimal> Indicators)
{
    /// <summary>Percentage of agencies with a total that reached the target; null when none has a total.</summary>
    public decimal? Share => Scored == 0 ? null : 100m * Reached / Scored;

    /// <param name="line">The target total.</param>
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
