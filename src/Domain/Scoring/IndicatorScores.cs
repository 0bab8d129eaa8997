namespace Ita.Domain.Scoring;

/// <summary>
/// Computes indicators: the mean of the items or, when the framework divides an indicator, the mean of its sub-indicators (not of all
/// items: indicator 9 in docs/sources/seed-003.md is 93.00 and not 93.33).
/// </summary>
internal static class IndicatorScores
{
    public static Checked<ScoreNode> Compute(ScoringContext context, int number, string? part)
    {
        var children = ChildrenOf(context, number, part);
        var key = ScoreKey.Indicator(number, part);
        var published = context.Given(key);
        if (context.OnlyLists(number))
        {
            return Checked.Of(Combination.BesideList(Node(context, key, number, children.Value), published));
        }

        if (published is { } given)
        {
            children = MissingItem.Derive(context, key, children.Value, given.Score).After(children.Findings);
        }

        return Combination.Mean(context, Node(context, key, number, children.Value), children.Value, published)
            .After([.. children.Findings, .. MissingItems(children.Value)]);
    }

    /// <summary>An indicator without a score yet.</summary>
    public static ScoreNode Node(ScoringContext context, ScoreKey key, int number, ImmutableArray<ScoreNode> children) => new()
    {
        Level = Level.Indicator,
        Key = key,
        Name = context.Index.Indicator(number).NameTh,
        Status = ScoreStatus.NoData,
        Formula = "",
        Children = children,
    };

    private static Checked<ImmutableArray<ScoreNode>> ChildrenOf(ScoringContext context, int number, string? part)
    {
        var subs = context.Index.SubIndicatorsOf(number);
        return subs.IsEmpty
            ? Checked.Of(ItemScores.Compute(context, number, null, part))
            : Checked.Join(subs.Select(sub => SubIndicator(context, number, sub.Code, sub.NameTh, part)));
    }

    private static Checked<ScoreNode> SubIndicator(ScoringContext context, int number, string code, string name, string? part)
    {
        var items = ItemScores.Compute(context, number, code, part);
        var key = new ScoreKey(code, part);
        var node = new ScoreNode
        {
            Level = Level.SubIndicator,
            Key = key,
            Name = name,
            Status = ScoreStatus.NoData,
            Formula = "",
            Children = items,
        };
        return context.OnlyLists(number)
            ? Checked.Of(Combination.BesideList(node, context.Given(key)))
            : Combination.Mean(context, node, items, context.Given(key));
    }

    // A sheet with no item of the indicator states the indicator itself, so no item is reported as missing.
    private static ImmutableArray<Finding> MissingItems(ImmutableArray<ScoreNode> children)
    {
        var items = children.SelectMany(child => child.SelfAndBelow()).Where(node => node.Level == Level.Item).ToList();
        return items.All(item => item.Status == ScoreStatus.NoData)
            ? []
            : [.. items.Where(item => item.Score is null).Select(item => new Finding("item-missing", Severity.Warning, item.Key.ToString()))];
    }
}
