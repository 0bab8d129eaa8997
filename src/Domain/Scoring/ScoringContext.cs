using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>What one agency's scoring works on; findings gather as the tree grows.</summary>
internal sealed record ScoringContext(Framework Framework, ScoreSheet Sheet, Agency Agency)
{
    public List<Finding> Findings { get; } = [];

    public FrameworkIndex Index { get; } = FrameworkIndex.Of(Framework);

    public GivenScore? Given(ScoreKey key) => Sheet.Scores.TryGetValue(key, out var given) ? given : null;

    /// <summary>Scale points an item of a checklist may have; a survey item may have any mean.</summary>
    public bool IsChecklist(int indicator) => Index.IsChecklist(indicator);
}
