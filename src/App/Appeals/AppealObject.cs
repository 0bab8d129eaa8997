using Ita.Domain.Appeals;
using Ita.Domain.Improvement;

namespace Ita.App.Appeals;

/// <summary>A comment as the API returns it.</summary>
/// <param name="State">submitted, withdrawn, accepting, accepted, declined, lapsed or overruled.</param>
/// <param name="ResultVersion">The version commented on.</param>
/// <param name="NewVersion">The version with the changed scores; null when there is none.</param>
public sealed record AppealObject(
    string AgencyCode,
    int Number,
    string State,
    int ResultVersion,
    ImmutableArray<string> Items,
    string Comment,
    ImmutableArray<EvidenceLink> Evidence,
    string? Answer,
    ImmutableArray<ChangedScore> Scores,
    int? NewVersion,
    ImmutableArray<AppealStep> History)
{
    public static AppealObject From(AppealRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var comment = record.Comment;
        return new(
            record.Agency, comment.Number, Names.Of(comment.State), comment.ResultVersion, comment.Items, comment.Text, comment.Evidence,
            comment.Answer?.Why, comment.Scores, comment.NewVersion,
            [.. comment.History.Select(one => new AppealStep(one.At, Names.Of(one.By), Names.Of(one.What), one.Why))]);
    }
}

/// <param name="By">agency, assessor, operator or timer: the scope of the key, never a person.</param>
/// <param name="What">submit, withdraw, accept, decline, store, lapse or overrule.</param>
public sealed record AppealStep(DateTimeOffset At, string By, string What, string? Why);

/// <summary>The days of a year's appeals, each last day included.</summary>
/// <param name="Phase">notYet, commenting, answering or over.</param>
public sealed record AppealWindowObject(DateOnly Opens, DateOnly Closes, DateOnly AnswersBy, string Phase)
{
    public static AppealWindowObject From(AppealWindow window, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new(window.Opens, window.Closes, window.AnswersBy, Names.Of(window.PhaseOn(today)));
    }
}
