namespace Ita.Domain.Appeals;

/// <summary>Decides whether a draft may be published while its appeals are open.</summary>
public static class AppealBlocks
{
    /// <summary>Why a draft cannot be published; null when appeals do not prevent it.</summary>
    /// <param name="comments">The comments of the agency.</param>
    /// <remarks>An unanswered comment prevents nothing after the last day for answers, whether or not its lapse is recorded.</remarks>
    public static Problem? Find(AppealSituation situation, IReadOnlyCollection<AppealComment> comments)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Unstored(comments)
            ?? situation.Phase switch
            {
                AppealPhase.NotYet or AppealPhase.Commenting =>
                    Blocked("appeal-window-open").With("closes", AppealWindow.Text(situation.Window!.Closes)),
                AppealPhase.Answering when comments.Count(comment => comment.State == CommentState.Submitted) is > 0 and var count =>
                    Blocked("appeal-comments-open").With("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                _ => null,
            };
    }

    /// <summary>The problem of an accepted comment whose new version is not stored, which no reason overrules; null when there is none.</summary>
    public static Problem? Unstored(IReadOnlyCollection<AppealComment> comments) =>
        comments.Any(comment => comment.State == CommentState.Accepting) ? Blocked("appeal-accepting") : null;

    /// <summary>Whether a stated reason for not waiting overrules a problem of <see cref="Find"/>.</summary>
    public static bool IsOverrulable(Problem problem) => problem.Code != "appeal-accepting";

    private static Problem Blocked(string code) => new(code, Severity.Error);
}
