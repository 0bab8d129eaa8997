using System.Collections.Immutable;

namespace Ita.Domain.Scoring;

/// <summary>
/// Indicators from their items: the mean of the items, or, where the framework divides an indicator, the mean of its
/// sub-indicators (not of all items: seed 003, indicator 9 is 93.00 and not 93.33).
/// </summary>
internal static class IndicatorScores
{
    public static ScoreNode Of(ScoringContext context, int number, string? part)
    {
        var children = ChildrenOf(context, number, part);
        var key = ScoreKey.Indicator(number, part);
        var published = context.Given(key);
        if (published is { } given)
        {
            children = MissingItem.Derived(context, key, children, given.Score);
        }

        ReportMissing(context, children);
        return Combination.MeanOf(context, Node(context, key, number, children), children, published);
    }

    /// <summary>An indicator without a score yet.</summary>
    public static ScoreNode Node(ScoringContext context, ScoreKey key, int number, ImmutableArray<ScoreNode> children) => new()
    {
        Level = Level.Indicator,
        Key = key,
        Name = context.Index.Indicator(number).NameTh,
        Status = ScoreStatus.NotProcessed,
        Formula = "",
        Children = children,
    };

    private static ImmutableArray<ScoreNode> ChildrenOf(ScoringContext context, int number, string? part)
    {
        var subs = context.Index.SubIndicatorsOf(number);
        return subs.IsEmpty
            ? ItemScores.Of(context, number, null, part)
            : [.. subs.Select(sub => SubIndicator(context, number, sub.Code, sub.NameTh, part))];
    }

    private static ScoreNode SubIndicator(ScoringContext context, int number, string code, string name, string? part)
    {
        var items = ItemScores.Of(context, number, code, part);
        var key = new ScoreKey(code, part);
        var node = new ScoreNode
        {
            Level = Level.SubIndicator,
            Key = key,
            Name = name,
            Status = ScoreStatus.NotProcessed,
            Formula = "",
            Children = items,
        };
        return Combination.MeanOf(context, node, items, context.Given(key));
    }

    // Said only when some items are there: a sheet of indicators alone leaves none out.
    private static void ReportMissing(ScoringContext context, ImmutableArray<ScoreNode> children)
    {
        var items = children.SelectMany(child => child.SelfAndBelow()).Where(node => node.Level == Level.Item).ToList();
        if (items.All(item => item.Status == ScoreStatus.NotProcessed))
        {
            return;
        }

        foreach (var item in items.Where(item => item.Score is null))
        {
            context.Findings.Add(new("item-missing", Severity.Warning, item.Key.ToString()));
        }
    }
}
