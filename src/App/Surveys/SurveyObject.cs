using System.Text.Json.Serialization;

namespace Ita.App.Surveys;

/// <summary>A survey as the API returns it, with its meters.</summary>
/// <param name="State">notYet, open, closed or published.</param>
/// <param name="Failure">A failure code when its sheets could not be scored; otherwise null.</param>
/// <param name="DaysLeft">The number of days on which sheets are still accepted, including today; 0 when it is closed,
/// null before it opens.</param>
public sealed record SurveyObject(
    int FiscalYear,
    string AgencyCode,
    string? AgencyName,
    string State,
    DateOnly Opens,
    DateOnly Closes,
    int? DaysLeft,
    bool ClosesWhenReached,
    string? ReopenedBecause,
    string? Failure,
    ImmutableArray<MeterObject> Forms)
{
    public static SurveyObject From(AgencySurvey survey, ImmutableArray<SampleMeter> meters, ImmutableArray<FormDays> days)
    {
        var (state, period) = (survey.Record.State, survey.Record.State.Period);
        return new(
            survey.Record.Year.BuddhistEra,
            survey.Agency.Code,
            survey.Agency.Name,
            Names.Of(survey.Phase),
            period.Opens,
            period.Closes,
            Left(survey),
            survey.Record.ClosesWhenReached,
            state.Reopened?.Why,
            survey.Record.Failure,
            [
                .. meters.Select(meter => MeterObject.From(meter) with
                {
                    Days = [.. days.Single(form => form.Survey == meter.Survey).Days],
                })
            ]);
    }

    private static int? Left(AgencySurvey survey) => survey.Phase switch
    {
        SurveyPhase.Open => survey.Record.State.Period.Closes.DayNumber - survey.Today.DayNumber + 1,
        SurveyPhase.NotYet => null,
        _ => 0,
    };
}

/// <param name="Required">Null when the year has no rule or the agency has not stated how many people it
/// surveys.</param>
/// <param name="Effect">Why the form in its current state would not be processed; null when it would be.</param>
/// <param name="Reached">True when there are enough sheets; with <paramref name="ExceedsPopulation"/> that does not show that enough people
/// answered.</param>
/// <param name="ExceedsPopulation">True when there are more sheets than the agency has people, by its own head count.</param>
/// <param name="Warning">What to check then; otherwise null.</param>
public sealed record MeterObject(
    string Survey, int? Population, int? Required, int Got,
    [property: JsonPropertyName("short")] int? Missing, bool? Reached, string? Effect, string? EffectEn,
    bool ExceedsPopulation, string? Warning, string? WarningEn)
{
    /// <summary>Sheets by day, at least five in an entry; days in a row are one entry until it has so many. Null in the list of reminders.</summary>
    public ImmutableArray<DayCount>? Days { get; init; }

    public static MeterObject From(SampleMeter meter)
    {
        var (effect, warning) = (meter.Effect?.Text, meter.Doubt?.Text);
        return new(
            meter.Survey, meter.Population, meter.Minimum, meter.Received, meter.Missing, meter.IsReached, effect?.Th, effect?.En,
            meter.Excess > 0, warning?.Th, warning?.En);
    }
}

public sealed record ReminderObject(string AgencyCode, string? AgencyName, DateOnly LastDay, int DaysLeft, MeterObject Form)
{
    public static ReminderObject From(Reminder reminder) =>
        new(reminder.Agency.Code, reminder.Agency.Name, reminder.LastDay, reminder.DaysLeft, MeterObject.From(reminder.Meter));
}
