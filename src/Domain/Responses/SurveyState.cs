namespace Ita.Domain.Responses;

/// <summary>Where a survey stands on a day.</summary>
public enum SurveyPhase
{
    /// <summary>Its first day is still to come.</summary>
    NotYet,

    /// <summary>Sheets are taken.</summary>
    Open,

    /// <summary>Its last day is over, or the assessor closed it.</summary>
    Closed,

    /// <summary>Its results are out: nothing moves any more.</summary>
    Published,
}

/// <summary>Who closed or reopened a survey, when and why; kept in the log.</summary>
/// <param name="By">The key that did it, by its name.</param>
public sealed record SurveyAct(DateOnly Day, string By, string Why);

/// <summary>A survey of one agency: by its dates it opens and closes of itself, by an assessor it closes earlier and reopens.</summary>
/// <param name="Closed">The assessor's closing; null while only the dates decide.</param>
/// <param name="Reopened">The latest reopening; null when there was none.</param>
/// <param name="IsPublished">Once true, true for ever.</param>
public sealed record SurveyState(SurveyPeriod Period, SurveyAct? Closed = null, SurveyAct? Reopened = null, bool IsPublished = false)
{
    /// <param name="today">The day it is in Bangkok.</param>
    public SurveyPhase PhaseOn(DateOnly today) => this switch
    {
        { IsPublished: true } => SurveyPhase.Published,
        { Closed: not null } => SurveyPhase.Closed,
        _ when today < Period.Opens => SurveyPhase.NotYet,
        _ when today > Period.Closes => SurveyPhase.Closed,
        _ => SurveyPhase.Open,
    };

    /// <summary>Why no sheet is taken on a day; null when one is.</summary>
    public Problem? RefusalOn(DateOnly today) => PhaseOn(today) switch
    {
        SurveyPhase.Open => null,
        SurveyPhase.NotYet => Refused("survey-not-open").With("opens", SurveyPeriod.Text(Period.Opens)),
        SurveyPhase.Published => Refused("survey-published"),
        _ => Refused("survey-closed"),
    };

    /// <summary>The assessor closes it before its last day, or for good after it.</summary>
    public SurveyMove Close(SurveyAct act) => PhaseOn(act.Day) switch
    {
        SurveyPhase.Published => new(null, Refused("survey-published")),
        _ when Closed is not null => new(null, Refused("survey-closed-already")),
        _ => Reasoned(act, this with { Closed = act }),
    };

    /// <summary>The assessor opens a closed survey again, up to and with a last day.</summary>
    public SurveyMove Reopen(DateOnly lastDay, SurveyAct act) => PhaseOn(act.Day) switch
    {
        SurveyPhase.Published => new(null, Refused("survey-published")),
        SurveyPhase.Open or SurveyPhase.NotYet => new(null, Refused("survey-not-closed")),
        _ when lastDay < act.Day || lastDay < Period.Opens => new(null, Refused("survey-reopen-in-past")),
        _ => Reasoned(act, this with { Period = new(Period.Opens, lastDay), Closed = null, Reopened = act }),
    };

    /// <summary>The results go out; from now on neither sheet nor reopening is taken.</summary>
    public SurveyMove Publish(DateOnly today) => PhaseOn(today) switch
    {
        SurveyPhase.Published => new(this, null),
        SurveyPhase.Closed => new(this with { IsPublished = true }, null),
        _ => new(null, Refused("survey-not-closed")),
    };

    private static SurveyMove Reasoned(SurveyAct act, SurveyState next) =>
        string.IsNullOrWhiteSpace(act.Why) ? new(null, Refused("survey-reason-missing")) : new(next, null);

    private static Problem Refused(string code) => new(code, Severity.Error);
}

/// <summary>A move of a survey: where it stands now, or why it may not move.</summary>
public sealed record SurveyMove(SurveyState? State, Problem? Problem);
