namespace Ita.Domain.Responses;

/// <summary>The progress of one survey of one agency.</summary>
public sealed record SurveyProgress(Agency Agency, SurveyState State, SampleMeter Meter);

/// <summary>An agency to be reminded: its survey is open and has fewer sheets than the minimum, or the minimum is not known.</summary>
/// <param name="LastDay">The last day on which sheets are accepted.</param>
/// <param name="DaysLeft">Days left to send sheets, including today: 1 on the last day.</param>
public sealed record Reminder(Agency Agency, SampleMeter Meter, DateOnly LastDay, int DaysLeft);

/// <summary>Selects the agencies to remind on a day.</summary>
public static class Reminders
{
    /// <summary>Most urgent first: fewest days left, then smallest share of the minimum, then by code.</summary>
    /// <param name="today">Today's date in Bangkok.</param>
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
