namespace Ita.Domain.Scoring;

/// <summary>
/// Derives the only missing item of a checklist indicator when the published indicator allows exactly one score of its scale
/// (docs/sources/seed-003.md does not state O4; indicator 9 = 93.00 allows only 100).
/// </summary>
internal static class MissingItem
{
    /// <summary>The children with the missing item derived, or unchanged when the figures do not determine it.</summary>
    public static Checked<ImmutableArray<ScoreNode>> Derive(
        ScoringContext context, ScoreKey indicator, ImmutableArray<ScoreNode> children, decimal published)
    {
        var items = children.SelectMany(child => child.SelfAndBelow()).Where(node => node.Level == Level.Item).ToList();
        var missing = items.Where(item => item.Score is null).ToList();
        if (missing.Count != 1 || items.Count == 1 || context.Index.ItemOf(missing[0].Key.Code) is not { } item
            || !context.IsChecklist(item.Indicator))
        {
            return Checked.Of(children);
        }

        var candidates = context.Index.Scale(item.Scale).Choices.Select(choice => WithItem(context, children, missing[0], choice.Points)).ToList();
        var fitting = candidates.Where(candidate => Fits(candidate, published)).ToList();
        if (fitting.Count == 0 && Fits(children, published))
        {
            return Checked.Of(children, BetweenPoints(indicator, candidates, published));
        }

        return fitting.Count == 1 ? Checked.Of(fitting[0], ItemDerived(fitting[0], missing[0].Key)) : Checked.Of(children);
    }

    // The published figure is in the range that the missing item allows, but no score of the item's scale results in it.
    private static Finding BetweenPoints(ScoreKey indicator, IEnumerable<ImmutableArray<ScoreNode>> candidates, decimal published) => new(
        "not-reachable-by-points",
        Severity.Error,
        indicator.ToString(),
        string.Join(" / ", candidates.Select(children => Combination.Number(Rounding.ToShown(children.Average(child => child.Score!.Value))))),
        Combination.Number(published));

    private static bool Fits(ImmutableArray<ScoreNode> children, decimal published) =>
        Combination.BoundsOf(children, Combination.EqualWeights(children.Length)).Overlaps(Interval.OfPrinted(published));

    private static ImmutableArray<ScoreNode> WithItem(
        ScoringContext context, ImmutableArray<ScoreNode> children, ScoreNode missing, decimal points) =>
        [.. children.Select(child => child.Key == missing.Key ? DerivedItem(child, points) : WithinSub(context, child, missing, points))];

    private static ScoreNode WithinSub(ScoringContext context, ScoreNode child, ScoreNode missing, decimal points)
    {
        if (!child.Children.Any(item => item.Key == missing.Key))
        {
            return child;
        }

        var items = WithItem(context, child.Children, missing, points);
        return Combination.UncheckedMean(context, child with { Children = items, Reason = null }, items);
    }

    private static ScoreNode DerivedItem(ScoreNode item, decimal points) => item with
    {
        Score = points,
        Shown = Rounding.ToShown(points),
        Status = ScoreStatus.Derived,
        Bounds = Interval.Exactly(points),
        Reason = Reason.Of("derived-from-indicator"),
    };

    private static Finding ItemDerived(ImmutableArray<ScoreNode> children, ScoreKey key)
    {
        var points = children.SelectMany(child => child.SelfAndBelow()).First(node => node.Key == key).Score!.Value;
        return new("item-derived", Severity.Warning, key.ToString(), Combination.Number(points));
    }
}
