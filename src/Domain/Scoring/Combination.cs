namespace Ita.Domain.Scoring;

/// <summary>
/// The rule for every level above the items: a score is computed from its children when all of them have one; a stated figure is checked
/// against them, and used unchanged when children are missing.
/// </summary>
/// <remarks>
/// Agreement is decided by intervals: each stated figure stands for all values that round to it, and a stated parent agrees when some of
/// those values produce it. No other tolerance is used: 70.2454 computed from printed indicators agrees with the
/// published 70.24 (history in docs/sources/seed-003.md).
/// </remarks>
internal static class Combination
{
    public static readonly Reason NoData = Reason.Of("no-data");

    private static readonly Reason OnlyListed = Reason.Of("items-only-listed");

    private static readonly ImmutableArray<ImmutableArray<decimal>> PlainWeights = [.. Enumerable.Range(0, 20).Select(Ones)];

    /// <summary>The mean of the children.</summary>
    /// <param name="node">The node without a score; its key, name, level and children are set.</param>
    /// <param name="published">The figure stated for this node, if any.</param>
    public static Checked<ScoreNode> Mean(ScoringContext context, ScoreNode node, ImmutableArray<ScoreNode> from, GivenScore? published) =>
        WeightedMean(node, from, EqualWeights(from.Length), context.Index.MeanFormula(node.Key, from), published);

    /// <summary>The mean of the children for a node without a stated figure, which therefore has no findings.</summary>
    public static ScoreNode UncheckedMean(ScoringContext context, ScoreNode node, ImmutableArray<ScoreNode> from) =>
        Mean(context, node, from, null).Value;

    /// <summary>The weighted mean of the children; weights need not sum to one.</summary>
    public static Checked<ScoreNode> WeightedMean(
        ScoreNode node, ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights, string formula, GivenScore? published)
    {
        node = node with { Formula = formula, Published = published?.Score, Respondents = published?.Respondents };
        if (!from.IsEmpty && from.All(child => child.Score is not null))
        {
            return Complete(node, from, weights, published);
        }

        var bounds = from.IsEmpty ? Interval.Unknown : BoundsOf(from, weights);
        var incomplete = MissingFigures.ReasonOf(from);
        return published is { } given
            ? StatedWithin(node, given, incomplete, bounds)
            : Checked.Of(WithinBounds(node, incomplete, bounds));
    }

    /// <summary>The node with a figure as it was stated.</summary>
    public static ScoreNode Stated(ScoreNode node, GivenScore given, Reason? reason) => node with
    {
        Score = given.Score,
        Shown = Rounding.ToShown(given.Score),
        Status = ScoreStatus.Given,
        Reason = reason,
        Bounds = Interval.OfPrinted(given.Score),
        Respondents = given.Respondents,
        Source = given.Source.ToString(),
    };

    /// <summary>A node whose children are only listed: its stated figure, or no data.</summary>
    public static ScoreNode BesideList(ScoreNode node, GivenScore? published) => published is { } given
        ? Stated(node, given, OnlyListed) with { Published = given.Score }
        : node with { Reason = node.Children.Any(child => child.SelfAndBelow().Any(below => below.Score is not null)) ? OnlyListed : NoData };

    /// <summary>The node with a range, or without data when nothing below it is known.</summary>
    /// <param name="incomplete">What is missing; null when nothing is known.</param>
    public static ScoreNode WithinBounds(ScoreNode node, Reason? incomplete, Interval bounds) => node with
    {
        Status = incomplete is null ? ScoreStatus.NoData : ScoreStatus.Bounded,
        Reason = incomplete ?? NoData,
        Bounds = bounds,
    };

    private static Checked<ScoreNode> Complete(
        ScoreNode node, ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights, GivenScore? published)
    {
        var score = from.Zip(weights, (child, weight) => child.Score!.Value * weight).Sum() / weights.Sum();
        var bounds = BoundsOf(from, weights);
        var computed = node with
        {
            Score = score,
            Shown = Rounding.ToShown(score),
            Status = ScoreStatus.Computed,
            Bounds = bounds,
            Respondents = published?.Respondents ?? RespondentsOf(from),
        };
        if (published is not { } given)
        {
            return Checked.Of(computed);
        }

        return bounds.Overlaps(Interval.OfPrinted(given.Score))
            ? Checked.Of(computed with { Shown = Rounding.ToShown(given.Score), Status = ScoreStatus.Published, Bounds = Both(given, bounds) })
            : Checked.Of(computed, new Finding(
                "published-differs", Severity.Error, node.Key.ToString(), Number(Rounding.ToShown(score)), Number(given.Score)));
    }

    public static string Number(decimal value) => value.ToString("0.00##########", CultureInfo.InvariantCulture);

    /// <summary>The weights of an unweighted mean.</summary>
    public static ImmutableArray<decimal> EqualWeights(int count) => count < PlainWeights.Length ? PlainWeights[count] : Ones(count);

    private static ImmutableArray<decimal> Ones(int count) => [.. Enumerable.Repeat(1m, count)];

    /// <summary>The range of the weighted mean, from the ranges of its children.</summary>
    public static Interval BoundsOf(ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights)
    {
        var sum = Interval.Exactly(0);
        var whole = 0m;
        for (var place = 0; place < from.Length; place++)
        {
            sum += from[place].Bounds * weights[place];
            whole += weights[place];
        }

        return sum / whole;
    }

    private static Checked<ScoreNode> StatedWithin(ScoreNode node, GivenScore given, Reason? reason, Interval bounds) =>
        bounds.Overlaps(Interval.OfPrinted(given.Score))
            ? Checked.Of(Stated(node, given, reason) with { Bounds = Both(given, bounds) })
            : Checked.Of(Stated(node, given, reason), new Finding(
                "not-reachable",
                Severity.Error,
                node.Key.ToString(),
                $"{Number(Rounding.ToShown(bounds.Low))}-{Number(Rounding.ToShown(bounds.High))}",
                Number(given.Score)));

    // The true score rounds to the stated one and follows from the children, so it is in both ranges.
    private static Interval Both(GivenScore given, Interval bounds) => bounds.Intersect(Interval.OfPrinted(given.Score));

    private static int? RespondentsOf(ImmutableArray<ScoreNode> from) => from.Max(child => child.Respondents);
}
