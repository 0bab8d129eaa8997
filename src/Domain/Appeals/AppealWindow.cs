namespace Ita.Domain.Appeals;

/// <summary>The phase of a year's appeals on a day.</summary>
public enum AppealPhase
{
    /// <summary>Before the first day for comments.</summary>
    NotYet,

    /// <summary>Comments and answers are accepted.</summary>
    Commenting,

    /// <summary>After the last day for comments; answers are accepted.</summary>
    Answering,

    /// <summary>After the last day for answers.</summary>
    Over,
}

/// <summary>The days, in Bangkok time, on which agencies may comment on their drafts of a year and assessors may answer; each last day is
/// included.</summary>
public sealed record AppealWindow
{
    /// <param name="answersBy">The last day for answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are not in order; <see cref="Create"/> returns a problem instead.</exception>
    public AppealWindow(DateOnly opens, DateOnly closes, DateOnly answersBy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(closes, opens);
        ArgumentOutOfRangeException.ThrowIfLessThan(answersBy, closes);
        (Opens, Closes, AnswersBy) = (opens, closes, answersBy);
    }

    public DateOnly Opens { get; }

    public DateOnly Closes { get; }

    public DateOnly AnswersBy { get; }

    /// <param name="today">Today's date in Bangkok.</param>
    public AppealPhase PhaseOn(DateOnly today) =>
        today < Opens ? AppealPhase.NotYet
        : today <= Closes ? AppealPhase.Commenting
        : today <= AnswersBy ? AppealPhase.Answering
        : AppealPhase.Over;

    /// <summary>The window, or a problem when its days are not in order or it opens before its fiscal year.</summary>
    /// <remarks>It may end after that fiscal year, as results are commonly published after it.</remarks>
    public static (AppealWindow? Window, Problem? Problem) Create(FiscalYear year, DateOnly opens, DateOnly closes, DateOnly answersBy) =>
        closes < opens || answersBy < closes || opens < year.Start
            ? (null, new Problem("appeal-window-invalid", Severity.Error).With("first", Text(year.Start)))
            : (new(opens, closes, answersBy), null);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
