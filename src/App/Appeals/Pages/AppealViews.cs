using Ita.App.Web.Forms;
using Ita.Domain.Appeals;

namespace Ita.App.Appeals.Pages;

/// <summary>The days of a form as they were typed.</summary>
/// <param name="Seen">The ETag of the window when the form was shown; empty when none was set.</param>
public sealed record WindowFields(string? Opens, string? Closes, string? AnswersBy, string? Seen)
{
    public static WindowFields Of((AppealWindow Window, ETag ETag)? found) => found is { } set
        ? new(Text(set.Window.Opens), Text(set.Window.Closes), Text(set.Window.AnswersBy), set.ETag.ToString())
        : new(null, null, null, "");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The days of a year and the open comments on its drafts.</summary>
/// <param name="Years">The years with a framework, the newest first.</param>
public sealed record AppealYearView(
    int Year, AppealWindow? Window, DateOnly Today, ImmutableArray<AppealRecord> Open, WindowFields Form, ImmutableArray<FieldFault> Faults,
    ImmutableArray<int> Years, string? Done);

/// <summary>A score that an assessor may change.</summary>
/// <param name="Field">The name of its field.</param>
/// <param name="Shown">The score of the current version; null when there is none.</param>
public sealed record ScoreField(string Field, string Item, decimal? Shown);

/// <summary>One comment with what may be done with it.</summary>
/// <param name="Scores">The scores that an answer may change; empty when it cannot be answered.</param>
public sealed record CommentView(AppealComment Comment, bool MayWithdraw, bool MayAnswer, ImmutableArray<ScoreField> Scores);

/// <summary>An item that a comment may be on.</summary>
public sealed record ItemChoice(string Code, string Text, decimal? Shown);

/// <summary>A comment as it was typed.</summary>
public sealed record CommentFields(ImmutableArray<string> Items, string? Comment, string? Evidence)
{
    public static CommentFields Empty { get; } = new([], null, null);
}

/// <summary>An answer as it was typed.</summary>
/// <param name="Scores">By the name of the field.</param>
public sealed record AnswerFields(int Number, string? Decision, string? Answer, ImmutableDictionary<string, string> Scores);

/// <summary>The comments of one agency on its result.</summary>
/// <param name="MayComment">True when the form for a new comment is shown.</param>
/// <param name="Typed">The new comment as it was typed.</param>
/// <param name="Answered">The refused answer; null when none was refused.</param>
public sealed record AgencyAppealsView(
    int Year,
    string Agency,
    string? Name,
    AppealWindow? Window,
    DateOnly Today,
    ImmutableArray<CommentView> Comments,
    ImmutableArray<ItemChoice> Items,
    bool MayComment,
    CommentFields Typed,
    AnswerFields? Answered,
    ImmutableArray<FieldFault> Faults,
    string? Done);

/// <summary>The addresses of the pages.</summary>
internal static class AppealAddress
{
    public static string Of(int year) => FormattableString.Invariant($"{PageRoutes.Root}/appeals/{year}");

    public static string Of(int year, string agency) => $"{Of(year)}/{Uri.EscapeDataString(agency)}";
}
