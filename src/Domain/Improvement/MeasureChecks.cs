namespace Ita.Domain.Improvement;

public enum MeasureFault
{
    /// <summary>The title is empty.</summary>
    NoTitle,

    /// <summary>Not one of the issues.</summary>
    UnknownIssue,

    /// <summary>Names an item or indicator that the analysed year does not have.</summary>
    UnknownItem,

    /// <summary>Below 0 or above 100, in the measure or in a round.</summary>
    PercentOutOfRange,

    /// <summary>Carried out in or before the analysed year, so it cannot be based on that year's result.</summary>
    CarriedOutTooEarly,

    /// <summary>A round is reported twice.</summary>
    RoundReportedTwice,
}

/// <summary>Validates the form of a measure, not its content.</summary>
public static class MeasureChecks
{
    /// <summary>Number of issues by which results are analysed, the same in every year.</summary>
    public const int Issues = 7;

    /// <summary>The faults of a measure, in the order of <see cref="MeasureFault"/>; empty when it is valid.</summary>
    /// <param name="framework">The framework of the analysed year.</param>
    public static ImmutableArray<MeasureFault> FindFaults(Measure measure, Framework framework) =>
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
