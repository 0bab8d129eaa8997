using Ita.App.Delivery;

namespace Ita.App.Surveys.Reminding;

/// <summary>Sends the reminders of a day to the agencies that asked for them: at most one letter for each agency and day.</summary>
public sealed class RemindStep
{
    // A reminder of the morning has no use on the next day, and its address does not stay on the queue.
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly SurveyTable surveys;
    private readonly SurveyRegistry registry;
    private readonly SurveyMeter meter;
    private readonly ReminderMarks marks;
    private readonly LetterBox letters;
    private readonly DeliveryWays ways;
    private readonly TimeProvider clock;

    public RemindStep(
        SurveyTable surveys,
        SurveyRegistry registry,
        SurveyMeter meter,
        OpenStorage storage,
        LetterBox letters,
        DeliveryWays ways,
        TimeProvider clock)
    {
        (this.surveys, this.registry, this.meter, this.letters) = (surveys, registry, meter, letters);
        (this.ways, this.clock, marks) = (ways, clock, new(storage));
    }

    /// <returns>How many agencies were reminded.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (ways.Find(Channel.Email) is null)
        {
            return "no reminder is sent, because no mail server is configured";
        }

        var (today, sent) = (ThaiClock.Today(clock), 0);
        await foreach (var record in surveys.UnsettledAsync(cancellationToken))
        {
            sent += record.State.PhaseOn(today) is SurveyPhase.Open && await RemindAsync(record, today, cancellationToken) ? 1 : 0;
        }

        return $"{sent} agencies reminded";
    }

    private async Task<bool> RemindAsync(SurveyRecord record, DateOnly today, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(record.Year, record.Agency, cancellationToken) is not { } survey
            || survey.Agency is not { Reminders: true, ContactEmail: { Length: > 0 } to })
        {
            return false;
        }

        var meters = await meter.MeasureAsync(survey, cancellationToken);
        var due = Reminders.On(today, meters.Select(one => new SurveyProgress(survey.Agency, record.State, one)));
        if (due.IsEmpty || !await marks.TakeAsync(record.Year, record.Agency, today, cancellationToken))
        {
            return false;
        }

        var (subject, text) = ReminderText.Of(due);
        await letters.SendAsync(
            new(record.Year.BuddhistEra, record.Agency, Channel.Email, to, subject, text, clock.GetUtcNow() + Life), cancellationToken);
        return true;
    }
}
