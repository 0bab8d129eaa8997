namespace Ita.Domain.Ranking;

/// <summary>The highest total that the indicators of an agency allow.</summary>
public static class PossibleTotal
{
    /// <summary>
    /// The highest possible total at two decimals when the total of a row is above it, so that one of the figures is wrong; otherwise null.
    /// </summary>
    /// <remarks>An indicator without a score counts as 100, and a shown score stands for every score that rounds to it.</remarks>
    public static decimal? FindExceeded(SummaryRow row, Framework framework)
    {
        var highest = framework.Instruments.Sum(instrument => instrument.Indicators.Average(number => Highest(row, number)) * instrument.Weight.Value)
            / framework.Instruments.Sum(instrument => instrument.Weight.Value);
        return row.Total is { } total && Interval.OfPrinted(total).Low > highest ? Rounding.ToShown(highest) : null;
    }

    private static decimal Highest(SummaryRow row, int number) =>
        row.Indicators.TryGetValue(number, out var score) ? Interval.OfPrinted(score).High : 100;
}
