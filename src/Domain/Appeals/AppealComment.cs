using Ita.Domain.Improvement;

namespace Ita.Domain.Appeals;

/// <summary>The state of a comment.</summary>
public enum CommentState
{
    /// <summary>Sent by the agency and not answered.</summary>
    Submitted,

    /// <summary>Taken back by the agency.</summary>
    Withdrawn,

    /// <summary>Accepted by the assessor; the version with the changed scores is not stored yet.</summary>
    Accepting,

    /// <summary>Accepted, and the version with the changed scores is stored.</summary>
    Accepted,

    /// <summary>Answered without a change.</summary>
    Declined,

    /// <summary>Not answered before the last day for answers.</summary>
    Lapsed,

    /// <summary>Not answered when the result was published with a reason for not waiting.</summary>
    Overruled,
}

/// <summary>Who acts on a comment: a scope of keys, never a person.</summary>
public enum AppealRole
{
    Agency,
    Assessor,
    Operator,

    /// <summary>The system itself, by its timer.</summary>
    Timer,
}

/// <summary>An action on a comment.</summary>
public enum CommentAct
{
    Submit,
    Withdraw,
    Accept,
    Decline,

    /// <summary>Records the version that an accepted comment has led to.</summary>
    Store,
    Lapse,

    /// <summary>Ends an open comment because the result was published with a reason for not waiting.</summary>
    Overrule,
}

/// <summary>One step in the history of a comment.</summary>
/// <param name="Why">The answer or the reason in the words of who acted; null where the action needs none.</param>
public sealed record CommentEvent(DateTimeOffset At, AppealRole By, CommentAct What, string? Why = null);

/// <summary>A new score of an item.</summary>
/// <param name="Item">The item's code, for example O10.</param>
public sealed record ChangedScore(string Item, decimal Score);

/// <summary>A comment of an agency on items of its draft.</summary>
/// <param name="Number">From 1, in the order in which the agency has sent them.</param>
/// <param name="ResultVersion">The version commented on.</param>
/// <param name="Items">Codes of items, each once.</param>
/// <param name="Text">What the agency asks for, and why.</param>
/// <param name="Evidence">Addresses of web pages; not fetched.</param>
/// <param name="Scores">The changed scores of an accepted comment; otherwise empty.</param>
/// <param name="NewVersion">The version with the changed scores; null until it is stored.</param>
/// <param name="History">Oldest first.</param>
public sealed record AppealComment(
    int Number,
    int ResultVersion,
    ImmutableArray<string> Items,
    string Text,
    ImmutableArray<EvidenceLink> Evidence,
    CommentState State,
    ImmutableArray<ChangedScore> Scores,
    int? NewVersion,
    ImmutableArray<CommentEvent> History)
{
    /// <summary>True when the result must wait for it: it is not answered, or its new version is not stored.</summary>
    public bool IsOpen => State is CommentState.Submitted or CommentState.Accepting;

    /// <summary>The assessor's answer, or why the comment was not answered; null while there is neither.</summary>
    public CommentEvent? Answer => History.LastOrDefault(one => one.What is CommentAct.Accept or CommentAct.Decline or CommentAct.Overrule);

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SubmittedAt => History[0].At;
}
