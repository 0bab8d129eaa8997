namespace Ita.Domain.Responses;

/// <summary>One survey of one agency, as a day's list of reminders looks at it.</summary>
public sealed record SurveyProgress(Agency Agency, SurveyState State, SampleMeter Meter);

/// <summary>An agency to be reminded: its survey is open and short of its minimum, or of the figure the minimum follows from.</summary>
/// <param name="LastDay">The last day on which sheets are taken.</param>
/// <param name="DaysLeft">Days on which sheets can still come, today included: 1 on the last day.</param>
public sealed record Reminder(Agency Agency, SampleMeter Meter, DateOnly LastDay, int DaysLeft);

/// <summary>Whom to remind on a day.</summary>
public static class Reminders
{
    /// <summary>The most pressing first: fewest days, then the smallest share of the minimum, then by code.</summary>
    /// <param name="today">The day it is in Bangkok.</param>
    public static ImmutableArray<Reminder> On(DateOnly today, IEnumerable<SurveyProgress> surveys) =>
    [
        .. surveys
            .Where(survey => survey.State.PhaseOn(today) is SurveyPhase.Open && survey.Agency.Registered != false && survey.Meter.IsReached != true)
            .Select(survey => new Reminder(
                survey.Agency, survey.Meter, survey.State.Period.Closes, survey.State.Period.Closes.DayNumber - today.DayNumber + 1))
            .OrderBy(reminder => reminder.DaysLeft)
            .ThenBy(reminder => reminder.Meter.Share ?? 0)
            .ThenBy(reminder => reminder.Agency.Code, StringComparer.Ordinal)
            .ThenBy(reminder => reminder.Meter.Survey, StringComparer.Ordinal),
    ];
}
