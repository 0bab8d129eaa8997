namespace Ita.Domain.Scoring;

/// <summary>The inputs of one agency's scoring.</summary>
internal sealed record ScoringContext(Framework Framework, ScoreSheet Sheet, Agency Agency)
{
    public FrameworkIndex Index { get; } = FrameworkIndex.For(Framework);

    /// <summary>Whether the items of an indicator are only listed (<see cref="Framework.OnlyLists"/>).</summary>
    public bool OnlyLists(int indicator) => Framework.Unconfirmed is not null && Framework.OnlyLists(indicator);

    public GivenScore? Given(ScoreKey key) => Sheet.Scores.TryGetValue(key, out var given) ? given : null;

    /// <summary>Whether an indicator belongs to a checklist, whose items have scores of their scale; a survey item can have any mean.</summary>
    public bool IsChecklist(int indicator) => Index.IsChecklist(indicator);
}
