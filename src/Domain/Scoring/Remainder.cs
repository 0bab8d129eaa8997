namespace Ita.Domain.Scoring;

/// <summary>What a weighted mean leaves for one of its terms: (mean - the weighted other terms) / weight of the term.</summary>
/// <param name="Bounds">The range of the term, within the range that was known before.</param>
/// <param name="Score">The term, when all others have a score; null otherwise.</param>
internal sealed record Remainder(Interval Bounds, decimal? Score)
{
    /// <summary>The remainder; null when the mean is not possible with the other terms.</summary>
    /// <param name="whole">The mean, with a score or a range.</param>
    /// <param name="terms">The terms with their weights; a term without data has the range 0 to 100.</param>
    public static Remainder? Of(ScoreNode whole, ImmutableArray<ScoreNode> terms, int place)
    {
        var (weight, all) = (terms[place].Weight!.Value, terms.Sum(term => term.Weight!.Value));
        var others = terms.RemoveAt(place);
        var rest = others.Aggregate(Interval.Exactly(0), (sum, other) => sum + (other.Bounds * other.Weight!.Value));
        var left = ((whole.Bounds * all) - rest) / weight;
        if (!left.Overlaps(terms[place].Bounds))
        {
            return null;
        }

        var bounds = terms[place].Bounds.Within(left);
        return whole.Score is { } mean && others.All(other => other.Score is not null)
            ? new(bounds, bounds.Nearest(((mean * all) - others.Sum(other => other.Score!.Value * other.Weight!.Value)) / weight))
            : new(bounds, null);
    }

    /// <summary>The term with the score that is left for it.</summary>
    public ScoreNode Derived(ScoreNode term, Reason reason) => term with
    {
        Score = Score,
        Shown = Rounding.ToShown(Score!.Value),
        Status = ScoreStatus.Derived,
        Bounds = Bounds,
        Reason = reason,
    };
}
