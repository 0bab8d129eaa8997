namespace Ita.Domain.Scoring;

/// <summary>Creates the leaves of the tree: the stated items of one part or of an instrument without parts.</summary>
internal static class ItemScores
{
    public static ImmutableArray<ScoreNode> Compute(ScoringContext context, int indicator, string? subIndicator, string? part) =>
        [.. context.Index.ItemsOf(indicator, subIndicator).Select(item => Compute(context, item, part))];

    private static ScoreNode Compute(ScoringContext context, Item item, string? part)
    {
        var key = new ScoreKey(item.Code, part);
        var node = new ScoreNode
        {
            Level = Level.Item,
            Key = key,
            Name = item.Text,
            Status = ScoreStatus.NoData,
            Reason = Combination.NoData,
            Formula = "",
        };
        return context.Given(key) is { } given
            ? Combination.Stated(node, given, null) with { Bounds = BoundsOf(context, item, given.Score) }
            : node;
    }

    // A checklist score is a point of its scale, so nothing was rounded away.
    private static Interval BoundsOf(ScoringContext context, Item item, decimal score) =>
        context.IsChecklist(item.Indicator) && context.Index.Scale(item.Scale).Choices.Any(choice => choice.Points == score)
            ? Interval.Exactly(score)
            : Interval.OfPrinted(score);
}
