using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>What one agency's scoring works on; findings gather as the tree grows.</summary>
/// <remarks>What is looked up for every item is laid out once here, for the framework's lists are walked from the start.</remarks>
internal sealed record ScoringContext(Framework Framework, ScoreSheet Sheet, Agency Agency)
{
    private readonly ILookup<(int Indicator, string? SubIndicator), Item> _items = Framework.Items.ToLookup(item => (item.Indicator, item.SubIndicator));

    private readonly HashSet<int> _checklists =
        [.. Framework.Instruments.Where(instrument => instrument.Answers == AnswerKind.Checklist).SelectMany(instrument => instrument.Indicators)];

    public List<Finding> Findings { get; } = [];

    public GivenScore? Given(ScoreKey key) => Sheet.Scores.TryGetValue(key, out var given) ? given : null;

    /// <summary>The items straight below an indicator, or of the sub-indicator when one is named.</summary>
    public IEnumerable<Item> ItemsOf(int indicator, string? subIndicator) => _items[(indicator, subIndicator)];

    /// <summary>Scale points an item of a checklist may have; a survey item may have any mean.</summary>
    public bool IsChecklist(int indicator) => _checklists.Contains(indicator);
}
