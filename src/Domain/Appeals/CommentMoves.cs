namespace Ita.Domain.Appeals;

/// <summary>What an action on a comment depends on besides the comment itself.</summary>
/// <param name="Window">The window of the year; null when none is set.</param>
/// <param name="Today">Today's date in Bangkok.</param>
/// <param name="IsPublished">True when the current version of the result is published.</param>
public sealed record AppealSituation(AppealWindow? Window, DateOnly Today, bool IsPublished)
{
    /// <summary>Null when no window is set.</summary>
    public AppealPhase? Phase => Window?.PhaseOn(Today);
}

/// <summary>The states of a comment and the actions that lead from one to the next, with the reason for each refusal.</summary>
/// <remarks>Refusals are checked in this order: role, state, publication, days. An action is refused with the first that applies.</remarks>
public static class CommentMoves
{
    /// <summary>The state after an action, or the problem that prevents it.</summary>
    /// <param name="state">Null for a comment that does not exist yet.</param>
    public static (CommentState? Next, Problem? Problem) Next(CommentState? state, CommentAct act, AppealRole role, AppealSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var problem = OfRole(act, role) ?? OfState(state, act) ?? OfPublication(act, situation) ?? OfDays(act, situation);
        return problem is null ? (After(act), null) : (null, problem);
    }

    /// <summary>The comment after an action, or the problem that prevents it.</summary>
    /// <param name="step">Who acts, when, and why.</param>
    public static (AppealComment? Comment, Problem? Problem) Apply(AppealComment comment, CommentEvent step, AppealSituation situation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentNullException.ThrowIfNull(step);
        var (next, problem) = Next(comment.State, step.What, step.By, situation);
        return next is { } state ? OfReason(step) is { } missing ? (null, missing)
            : (comment with { State = state, History = comment.History.Add(step) }, null)
            : (null, problem);
    }

    /// <summary>The problem of an action that needs a reason and has none; otherwise null.</summary>
    public static Problem? OfReason(CommentEvent step) =>
        step.What is CommentAct.Submit or CommentAct.Accept or CommentAct.Decline or CommentAct.Overrule && string.IsNullOrWhiteSpace(step.Why)
            ? Refused("appeal-reason-missing") with { Column = "reason" }
            : null;

    private static CommentState After(CommentAct act) => act switch
    {
        CommentAct.Submit => CommentState.Submitted,
        CommentAct.Withdraw => CommentState.Withdrawn,
        CommentAct.Accept => CommentState.Accepting,
        CommentAct.Decline => CommentState.Declined,
        CommentAct.Store => CommentState.Accepted,
        CommentAct.Lapse => CommentState.Lapsed,
        _ => CommentState.Overruled,
    };

    // An operator may do what an agency and an assessor may, for example record a comment that came on paper.
    private static Problem? OfRole(CommentAct act, AppealRole role)
    {
        var isAllowed = act switch
        {
            CommentAct.Submit or CommentAct.Withdraw => role is AppealRole.Agency or AppealRole.Operator,
            CommentAct.Accept or CommentAct.Decline => role is AppealRole.Assessor or AppealRole.Operator,
            CommentAct.Overrule => role is not AppealRole.Agency,

            // An answer is completed by the request that gave it, or by the timer when that request was interrupted.
            CommentAct.Store => role is not AppealRole.Agency,
            _ => role is AppealRole.Timer,
        };
        return isAllowed ? null : Refused("appeal-role");
    }

    private static Problem? OfState(CommentState? state, CommentAct act) => (state, act) switch
    {
        (null, CommentAct.Submit) => null,
        (null, _) => Refused("appeal-no-comment"),
        (_, CommentAct.Submit) => Refused("appeal-sent-already"),
        (CommentState.Accepting, CommentAct.Store) => null,
        (CommentState.Accepting, _) => Refused("appeal-accepting"),
        (CommentState.Submitted, CommentAct.Store) => Refused("appeal-not-accepted"),
        (CommentState.Submitted, _) => null,
        _ => Refused($"appeal-{state.ToString()!.ToLowerInvariant()}"),
    };

    private static Problem? OfPublication(CommentAct act, AppealSituation situation) => (act, situation.IsPublished) switch
    {
        (CommentAct.Store or CommentAct.Lapse, _) or (CommentAct.Overrule, true) => null,
        (CommentAct.Overrule, false) => Refused("appeal-not-published"),
        (_, true) => Refused("appeal-published"),
        _ => null,
    };

    private static Problem? OfDays(CommentAct act, AppealSituation situation) => (act, situation.Phase) switch
    {
        (CommentAct.Store or CommentAct.Overrule, _) => null,
        (_, null) => Refused("appeal-no-window"),
        (CommentAct.Lapse, AppealPhase.Over) => null,
        (CommentAct.Lapse, _) => situation.IsPublished ? null : Refused("appeal-not-due").With("answersBy", Day(situation.Window!.AnswersBy)),
        (_, AppealPhase.NotYet) => Refused("appeal-not-open").With("opens", Day(situation.Window!.Opens)),
        (CommentAct.Submit, not AppealPhase.Commenting) => Refused("appeal-comments-closed").With("closes", Day(situation.Window!.Closes)),
        (_, AppealPhase.Over) => Refused("appeal-answers-closed").With("answersBy", Day(situation.Window!.AnswersBy)),
        _ => null,
    };

    private static string Day(DateOnly day) => AppealWindow.Text(day);

    private static Problem Refused(string code) => new(code, Severity.Error);
}
