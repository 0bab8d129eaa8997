namespace Ita.Domain.Scoring;

/// <summary>
/// The ratings a result may truly have, given that it was computed from rounded figures: a total computed as 84.994 may have
/// been 84.995, and the official rating was made from that one.
/// </summary>
internal static class RatingRange
{
    /// <summary>Best first; one when rounding does not matter, none when there is no total.</summary>
    public static ImmutableArray<string> Find(RatingScheme scheme, ScoreNode total, ImmutableArray<ScoreNode> instruments)
    {
        var best = NamesAt(scheme, total, instruments, bounds => bounds.High);
        var worst = NamesAt(scheme, total, instruments, bounds => bounds.Low);
        var names = scheme.Bands.Select(band => band.Name).ToImmutableArray();
        return best.IsEmpty ? [] : [.. names.SkipWhile(name => name != best[0]).TakeWhile(name => name != worst[^1]), worst[^1]];
    }

    private static ImmutableArray<string> NamesAt(
        RatingScheme scheme, ScoreNode total, ImmutableArray<ScoreNode> instruments, Func<Interval, decimal> end) =>
        RatingRule.Rate(scheme, At(total, end).Shown, [.. instruments.Select(instrument => At(instrument, end))]) switch
        {
            RatingOutcome.Decided decided => [decided.Band],
            RatingOutcome.CannotBeTold open => open.Candidates,
            _ => [],
        };

    // A stated or published figure is what it is; only what we computed from rounded ones may differ from the true one. A total that
    // lacks some of its parts lies somewhere in its range.
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
