namespace Ita.Domain.Improvement;

/// <summary>The two rounds in which measures are followed up (รอบ 6 เดือน, รอบ 12 เดือน); the value is the months.</summary>
public enum FollowUpRound
{
    SixMonths = 6,
    TwelveMonths = 12,
}

/// <summary>The state of one round of a measure.</summary>
/// <param name="Due">The last day of the round: 31 March or 30 September.</param>
/// <param name="Report">Null when nothing was reported.</param>
/// <param name="IsOverdue">Whether the last day has passed without a report and the measure is neither done nor cancelled.</param>
public sealed record RoundState(FollowUpRound Round, DateOnly Due, RoundReport? Report, bool IsOverdue);

/// <summary>Computes the state of the follow-up of a measure on a day.</summary>
public static class FollowUp
{
    /// <summary>Both rounds, the earlier first.</summary>
    public static ImmutableArray<RoundState> Compute(Measure measure, DateOnly today) =>
        [.. Enum.GetValues<FollowUpRound>().Select(round => Compute(measure, round, today))];

    /// <summary>The last day of a round in a fiscal year.</summary>
    public static DateOnly DueOf(FollowUpRound round, FiscalYear year) => year.Start.AddMonths((int)round).AddDays(-1);

    private static RoundState Compute(Measure measure, FollowUpRound round, DateOnly today)
    {
        var due = DueOf(round, measure.CarriedOut);
        var report = measure.Reports.FirstOrDefault(one => one.Round == round);
        var isOpen = measure.Status is MeasureStatus.Planned or MeasureStatus.Started;
        return new(round, due, report, isOpen && report is null && today > due);
    }
}
