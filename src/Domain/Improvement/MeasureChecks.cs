namespace Ita.Domain.Improvement;

public enum MeasureFault
{
    /// <summary>The measure says nothing.</summary>
    NoTitle,

    /// <summary>Not one of the issues.</summary>
    UnknownIssue,

    /// <summary>Names something the analysed year does not have.</summary>
    UnknownItem,

    /// <summary>Below 0 or above 100, in the measure or in a round.</summary>
    PercentOutOfRange,

    /// <summary>Carried out before the year it analyses has ended, so it cannot answer its result.</summary>
    CarriedOutTooEarly,

    /// <summary>A round is reported twice.</summary>
    RoundReportedTwice,
}

/// <summary>What is wrong with a measure as it was handed in; no judgement of what it says.</summary>
public static class MeasureChecks
{
    /// <summary>How many issues results are analysed under; a year's own, where its map is known, are as many.</summary>
    public const int Issues = 7;

    /// <summary>In the order of <see cref="MeasureFault"/>; empty when it is sound.</summary>
    /// <param name="framework">Of the analysed year.</param>
    public static ImmutableArray<MeasureFault> FaultsOf(Measure measure, Framework framework) =>
    [
        .. from check in new[]
           {
               (Fault: MeasureFault.NoTitle, Holds: string.IsNullOrWhiteSpace(measure.Title)),
               (Fault: MeasureFault.UnknownIssue, Holds: measure.Issue is < 1 or > Issues),
               (Fault: MeasureFault.UnknownItem, Holds: !UnknownItems(measure, framework).IsEmpty),
               (Fault: MeasureFault.PercentOutOfRange, Holds: Percents(measure).Any(percent => percent is < 0 or > 100)),
               (Fault: MeasureFault.CarriedOutTooEarly, Holds: measure.CarriedOut <= measure.Analysed),
               (Fault: MeasureFault.RoundReportedTwice, Holds: measure.Reports.DistinctBy(report => report.Round).Count() < measure.Reports.Length),
           }
           where check.Holds
           select check.Fault,
    ];

    /// <summary>The codes a measure names that are neither items nor indicators of the year.</summary>
    public static ImmutableArray<string> UnknownItems(Measure measure, Framework framework) => [.. measure.Items.Except(
        framework.Items.Select(item => item.Code).Concat(framework.Indicators.Select(indicator => ScoreKey.Indicator(indicator.Number).Code)))];

    private static IEnumerable<decimal> Percents(Measure measure) => measure.Reports.Select(report => report.Percent).Prepend(measure.Percent);
}
