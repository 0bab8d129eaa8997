namespace Ita.Domain.Scoring;

/// <summary>
/// The ratings that are possible given that the result was computed from rounded figures: a total computed as 84.994 may officially have
/// been 84.995, from which the official rating was determined.
/// </summary>
internal static class RatingRange
{
    /// <summary>Best first; one rating when rounding does not matter, empty when there is no total.</summary>
    public static ImmutableArray<string> Find(RatingScheme scheme, ScoreNode total)
    {
        var best = NamesAt(scheme, total, bounds => bounds.High);
        var worst = NamesAt(scheme, total, bounds => bounds.Low);
        var names = scheme.Bands.Select(band => band.Name).ToImmutableArray();
        return best.IsEmpty ? [] : [.. names.SkipWhile(name => name != best[0]).TakeWhile(name => name != worst[^1]), worst[^1]];
    }

    private static ImmutableArray<string> NamesAt(RatingScheme scheme, ScoreNode total, Func<Interval, decimal> end) =>
        RatingRule.Rate(scheme, At(total, end) with { Children = [.. total.Children.Select(instrument => At(instrument, end))] }) switch
        {
            RatingOutcome.Decided decided => [decided.Band],
            RatingOutcome.Undecided open => open.Candidates,
            _ => [],
        };

    // Stated and published figures are exact; only figures computed from rounded ones may differ from the true ones. A total with missing
    // parts is known only as a range.
    private static ScoreNode At(ScoreNode node, Func<Interval, decimal> end)
    {
        if (node is { Level: Level.Total, Score: null } && !Withheld.ByRule(node))
        {
            return node with { Shown = Rounding.ToShown(end(node.Bounds)) };
        }

        if (node.Score is null || node.Status is not (ScoreStatus.Computed or ScoreStatus.Derived))
        {
            return node with { Parts = [.. node.Parts.Select(part => At(part, end))] };
        }

        var moved = node with { Score = end(node.Bounds), Shown = Rounding.ToShown(end(node.Bounds)) };
        return moved with { Parts = PartBounds.Narrowed(moved, [.. node.Parts.Select(part => At(part, end))]) };
    }
}
