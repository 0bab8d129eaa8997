namespace Ita.Domain.Scoring;

/// <summary>
/// Narrows the instruments and parts without a score by a stated total: (total - the other terms) / weight. The only unknown term follows
/// from the total; several unknown ones have ranges.
/// </summary>
/// <remarks>
/// A total near 100 leaves high scores only for every term, and so may decide the rating alone (docs/sources/arithmetic.md has examples).
/// The totals of contradictory figures narrow nothing.
/// </remarks>
internal static class StatedTotal
{
    /// <param name="total">The total, with the instruments below it.</param>
    /// <param name="terms">Its terms; a term that a rule withholds has the score that it counts as.</param>
    public static ScoreNode Narrow(ScoreNode total, ImmutableArray<ScoreNode> terms)
    {
        if (total is not { Status: ScoreStatus.Given })
        {
            return total;
        }

        var narrowed = terms.Select((term, place) => term.Score is null ? Narrowed(total, terms, place) : null)
            .OfType<ScoreNode>().ToDictionary(term => term.Key);
        return total with { Children = [.. total.Children.Select(instrument => WithTerms(instrument, narrowed))] };
    }

    private static ScoreNode WithTerms(ScoreNode instrument, Dictionary<ScoreKey, ScoreNode> narrowed) =>
        narrowed.TryGetValue(instrument.Key, out var known)
            ? known
            : instrument with { Parts = [.. instrument.Parts.Select(part => narrowed.GetValueOrDefault(part.Key, part))] };

    private static ScoreNode? Narrowed(ScoreNode total, ImmutableArray<ScoreNode> terms, int place)
    {
        if (Remainder.Of(total, terms, place) is not { } remainder)
        {
            return null;
        }

        var term = Known(total, terms[place], remainder, FormulaOf(terms, place));
        return term with { Parts = [.. term.Parts.Select((part, at) => PartOf(total, term, at))] };
    }

    // A part without a score, from the range of its instrument and the other part.
    private static ScoreNode PartOf(ScoreNode total, ScoreNode instrument, int place)
    {
        var part = instrument.Parts[place];
        return part.Score is null && Remainder.Of(instrument, instrument.Parts, place) is { } remainder
            ? Known(total, part, remainder, $"2 x {instrument.Key} - {instrument.Parts[1 - place].Key}")
            : part;
    }

    private static ScoreNode Known(ScoreNode total, ScoreNode term, Remainder remainder, string formula)
    {
        if (remainder.Score is not null)
        {
            return remainder.Derived(term, Because("derived-from-total", total, remainder.Bounds)) with { Formula = formula };
        }

        return remainder.Bounds == term.Bounds ? term : term with
        {
            Status = ScoreStatus.Bounded,
            Reason = term.Status == ScoreStatus.NoData ? Because("bounded-by-total", total, remainder.Bounds) : term.Reason,
            Bounds = remainder.Bounds,
            Formula = formula,
        };
    }

    private static Reason Because(string code, ScoreNode total, Interval bounds) => Reason.Of(
        code,
        ("total", Combination.Number(total.Score!.Value)),
        ("low", Combination.Number(Rounding.ToShown(bounds.Low))),
        ("high", Combination.Number(Rounding.ToShown(bounds.High))));

    private static string FormulaOf(ImmutableArray<ScoreNode> terms, int place) =>
        $"(TOTAL - {string.Join(" - ", terms.RemoveAt(place).Select(TotalScore.TermOf))}) / {TotalScore.ShareOf(terms[place])}";
}
