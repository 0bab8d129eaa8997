namespace Ita.Domain.Responses;

/// <summary>The phase of a survey on a day.</summary>
public enum SurveyPhase
{
    /// <summary>Before its first day.</summary>
    NotYet,

    /// <summary>Sheets are accepted.</summary>
    Open,

    /// <summary>After its last day, or closed by the assessor.</summary>
    Closed,

    /// <summary>Its results are published and it can no longer change.</summary>
    Published,
}

/// <summary>Who closed or reopened a survey, when and why.</summary>
/// <param name="By">Name of the key used.</param>
public sealed record SurveyAction(DateOnly Day, string By, string Why);

/// <summary>The state of one agency's survey: it opens and closes by its dates, and an assessor can close it earlier and reopen it.</summary>
/// <param name="Closed">The closing by an assessor; null when there was none or the survey was reopened since.</param>
/// <param name="Reopened">The latest reopening; null when there was none.</param>
/// <param name="IsPublished">Never returns to false.</param>
public sealed record SurveyState(SurveyPeriod Period, SurveyAction? Closed = null, SurveyAction? Reopened = null, bool IsPublished = false)
{
    /// <param name="today">Today's date in Bangkok.</param>
    public SurveyPhase PhaseOn(DateOnly today) => this switch
    {
        { IsPublished: true } => SurveyPhase.Published,
        { Closed: not null } => SurveyPhase.Closed,
        _ when today < Period.Opens => SurveyPhase.NotYet,
        _ when today > Period.Closes => SurveyPhase.Closed,
        _ => SurveyPhase.Open,
    };

    /// <summary>Why no sheet is accepted on a day; null when sheets are accepted.</summary>
    public Problem? RefusalOn(DateOnly today) => PhaseOn(today) switch
    {
        SurveyPhase.Open => null,
        SurveyPhase.NotYet => Refused("survey-not-open").With("opens", SurveyPeriod.Text(Period.Opens)),
        SurveyPhase.Published => Refused("survey-published"),
        _ => Refused("survey-closed"),
    };

    /// <summary>Closes the survey by an assessor, before or after its last day.</summary>
    public SurveyTransition Close(SurveyAction act) => PhaseOn(act.Day) switch
    {
        SurveyPhase.Published => new(null, Refused("survey-published")),
        _ when Closed is not null => new(null, Refused("survey-closed-already")),
        _ => Reasoned(act, this with { Closed = act }),
    };

    /// <summary>Reopens a closed survey up to and including a last day.</summary>
    public SurveyTransition Reopen(DateOnly lastDay, SurveyAction act) => PhaseOn(act.Day) switch
    {
        SurveyPhase.Published => new(null, Refused("survey-published")),
        SurveyPhase.Open or SurveyPhase.NotYet => new(null, Refused("survey-not-closed")),
        _ when lastDay < act.Day || lastDay < Period.Opens => new(null, Refused("survey-reopen-in-past")),
        _ => Reasoned(act, this with { Period = new(Period.Opens, lastDay), Closed = null, Reopened = act }),
    };

    /// <summary>Publishes the results; afterwards neither sheets nor reopening are accepted.</summary>
    public SurveyTransition Publish(DateOnly today) => PhaseOn(today) switch
    {
        SurveyPhase.Published => new(this, null),
        SurveyPhase.Closed => new(this with { IsPublished = true }, null),
        _ => new(null, Refused("survey-not-closed")),
    };

    private static SurveyTransition Reasoned(SurveyAction act, SurveyState next) =>
        string.IsNullOrWhiteSpace(act.Why) ? new(null, Refused("survey-reason-missing")) : new(next, null);

    private static Problem Refused(string code) => new(code, Severity.Error);
}

/// <summary>The outcome of a change: the new state, or the problem that prevents it.</summary>
public sealed record SurveyTransition(SurveyState? State, Problem? Problem);
