using System.Collections.Immutable;
using System.Globalization;

namespace Ita.Domain.Scoring;

/// <summary>
/// The one rule for every level above the items: a score follows from its children when all of them have one; a stated figure
/// is checked against them, and used as it is where they are missing.
/// </summary>
/// <remarks>
/// Agreement is decided by intervals: each stated figure stands for all values that print like it, and a stated parent agrees
/// when some of those values reach it. No other tolerance is used (seed 003, FY2565: 70.2454 from printed indicators agrees
/// with the published 70.24).
/// </remarks>
internal static class Combination
{
    /// <summary>The mean of the children.</summary>
    /// <param name="node">The node without a score: its key, name, level and children are set.</param>
    /// <param name="published">The figure stated for this node, if any.</param>
    public static ScoreNode MeanOf(ScoreNode node, ImmutableArray<ScoreNode> from, GivenScore? published, List<Finding> findings) =>
        Weighted(node, from, [.. from.Select(_ => 1m)], FormulaOf(from), published, findings);

    /// <summary>The weighted mean of the children; weights need not sum to one.</summary>
    public static ScoreNode Weighted(
        ScoreNode node,
        ImmutableArray<ScoreNode> from,
        ImmutableArray<decimal> weights,
        string formula,
        GivenScore? published,
        List<Finding> findings)
    {
        node = node with { Formula = formula, Published = published?.Score, Respondents = published?.Respondents };
        var missing = from.Where(child => child.Score is null).Select(child => child.Key.ToString()).ToList();
        if (missing.Count == from.Length)
        {
            return Childless(node, from, weights, published, findings);
        }

        return missing.Count > 0
            ? Incomplete(node, from, weights, missing, published, findings)
            : Complete(node, from, weights, published, findings);
    }

    /// <summary>A figure taken as it was stated.</summary>
    public static ScoreNode Stated(ScoreNode node, GivenScore given, Reason? reason) => node with
    {
        Score = given.Score,
        Shown = Rounding.ToShown(given.Score),
        Status = ScoreStatus.Given,
        Reason = reason,
        Bounds = Interval.OfPrinted(given.Score),
        Respondents = given.Respondents,
        Source = given.Source,
    };

    private static ScoreNode Childless(
        ScoreNode node, ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights, GivenScore? published, List<Finding> findings)
    {
        var bounds = from.IsEmpty ? Interval.Unknown : BoundsOf(from, weights);
        if (published is { } given)
        {
            CheckReach(node, bounds, given.Score, findings);
            return Stated(node, given, null);
        }

        return node with { Status = ScoreStatus.NotProcessed, Reason = Reason.Of("no-data"), Bounds = bounds };
    }

    private static ScoreNode Incomplete(
        ScoreNode node,
        ImmutableArray<ScoreNode> from,
        ImmutableArray<decimal> weights,
        List<string> missing,
        GivenScore? published,
        List<Finding> findings)
    {
        var bounds = BoundsOf(from, weights);
        var reason = Reason.Of("incomplete", ("missing", string.Join(", ", missing)));
        if (published is not { } given)
        {
            return node with { Status = ScoreStatus.NotProcessed, Reason = reason, Bounds = bounds };
        }

        CheckReach(node, bounds, given.Score, findings);
        return Stated(node, given, reason);
    }

    private static ScoreNode Complete(
        ScoreNode node, ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights, GivenScore? published, List<Finding> findings)
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
            return computed;
        }

        if (bounds.Meets(Interval.OfPrinted(given.Score)))
        {
            return computed with { Shown = Rounding.ToShown(given.Score), Status = ScoreStatus.Published };
        }

        findings.Add(new("published-differs", Severity.Error, node.Key.ToString(), Number(Rounding.ToShown(score)), Number(given.Score)));
        return computed;
    }

    public static string Number(decimal value) => value.ToString("0.00##########", CultureInfo.InvariantCulture);

    /// <summary>The range of a weighted mean whose children range as they do.</summary>
    public static Interval BoundsOf(ImmutableArray<ScoreNode> from, ImmutableArray<decimal> weights)
    {
        var sum = from.Zip(weights, (child, weight) => child.Bounds * weight).Aggregate(Interval.Exactly(0), (total, next) => total + next);
        return sum / weights.Sum();
    }

    private static void CheckReach(ScoreNode node, Interval bounds, decimal published, List<Finding> findings)
    {
        if (!bounds.Meets(Interval.OfPrinted(published)))
        {
            findings.Add(new Finding(
                "not-reachable",
                Severity.Error,
                node.Key.ToString(),
                $"{Number(Rounding.ToShown(bounds.Low))}-{Number(Rounding.ToShown(bounds.High))}",
                Number(published)));
        }
    }

    private static int? RespondentsOf(ImmutableArray<ScoreNode> from) => from.Max(child => child.Respondents);

    private static string FormulaOf(ImmutableArray<ScoreNode> from) =>
        from.IsEmpty ? "" : $"mean({string.Join(", ", from.Select(child => child.Key.ToString()))})";
}
