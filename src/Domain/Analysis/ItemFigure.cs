namespace Ita.Domain.Analysis;

/// <summary>One item in an analysis: a single figure, whether it was asked once or in both parts.</summary>
/// <param name="Code">The item's code in that year.</param>
/// <param name="Score">Unrounded, 0 to 100; the mean of two parts; null when not stated.</param>
/// <param name="Class">Class of the score; null without a score.</param>
/// <param name="Respondents">The smaller number when there are two parts; null when not stated.</param>
/// <param name="InParts">The nodes the figure is computed from; more than one when both parts are known.</param>
public sealed record ItemFigure(
    string Code, string Text, decimal? Score, ScoreClass? Class, int? Respondents, ImmutableArray<ScoreNode> InParts)
{
    /// <summary>At two decimals.</summary>
    public decimal? Shown => Score is { } score ? Rounding.ToShown(score) : null;

    /// <summary>Every item of the year, in the framework's order, scored or not.</summary>
    public static ImmutableArray<ItemFigure> List(AgencyResult result, Framework framework, ClassThresholds thresholds)
    {
        var nodes = result.Total.SelfAndBelow().Where(node => node is { Level: Level.Item, Score: not null }).ToLookup(node => node.Key.Code);
        return [.. framework.Items.Select(item => List(item, [.. nodes[item.Code].DistinctBy(node => node.Key)], thresholds))];
    }

    private static ItemFigure List(Item item, ImmutableArray<ScoreNode> nodes, ClassThresholds thresholds)
    {
        decimal? score = nodes.IsEmpty ? null : nodes.Average(node => node.Score!.Value);
        return new(
            item.Code,
            item.Text,
            score,
            score is { } known ? Classification.Classify(known, thresholds) : null,
            nodes.Min(node => node.Respondents),
            nodes);
    }
}
