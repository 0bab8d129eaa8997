namespace Ita.Domain.Scoring;

/// <summary>Derives a part that was not stated from the other part and the combined figures: 2 x combined - part, for each indicator.</summary>
internal static class OtherPart
{
    /// <summary>
    /// The parts with the missing one derived, or unchanged when a combined figure is missing or the derived one is outside 0-100.
    /// </summary>
    public static Checked<ImmutableArray<ScoreNode>> Derive(
        ScoringContext context,
        Instrument instrument,
        ImmutableArray<ScoreNode> parts,
        ImmutableArray<ScoreNode> whole,
        ScoreNode stated)
    {
        var other = instrument.Parts.First(part => part.Code != stated.Key.Code);
        var (indicators, findings) = Checked.Join(whole.Select(combined => Indicator(context, combined, stated, other.Code)));
        if (indicators.Any(indicator => indicator is null))
        {
            return new(parts, findings);
        }

        var node = Combination.UncheckedMean(context, PartScores.Node(other, [.. indicators!]), [.. indicators!]) with
        {
            Status = ScoreStatus.Derived,
            Reason = Reason.Of("derived-from-other-part", ("part", stated.Key.Code)),
        };
        return new([.. parts.Select(part => part.Key == node.Key ? node : part)], findings);
    }

    /// <summary>
    /// Whether some figure of the other part, 0 to 100, results in the published combined figure; also true when none is published.
    /// </summary>
    /// <param name="part">An indicator of one part, with its range.</param>
    public static bool IsPossible(ScoringContext context, ScoreKey combined, ScoreNode part) =>
        context.Given(combined) is not { } published || RangeOf(published.Score, part.Bounds).Overlaps(Interval.Unknown);

    private static Checked<ScoreNode?> Indicator(ScoringContext context, ScoreNode combined, ScoreNode stated, string other)
    {
        var part = stated.Children.First(node => node.Key.Code == combined.Key.Code);
        if (context.Given(combined.Key) is not { } published || part.Score is not { } score)
        {
            return Checked.Of<ScoreNode?>(null);
        }

        var derived = (2 * published.Score) - score;
        var bounds = RangeOf(published.Score, part.Bounds);
        if (!bounds.Overlaps(Interval.Unknown))
        {
            return Checked.Of<ScoreNode?>(null, OutOfRange(combined, published.Score, part, derived));
        }

        return Checked.Of<ScoreNode?>(combined with
        {
            Key = new ScoreKey(combined.Key.Code, other),
            Score = Math.Clamp(derived, 0, 100),
            Shown = Rounding.ToShown(Math.Clamp(derived, 0, 100)),
            Status = ScoreStatus.Derived,
            Bounds = bounds.Intersect(Interval.Unknown),
            Published = null,
            Formula = $"2 x {combined.Key} - {part.Key}",
            Reason = Reason.Of("derived-from-other-part", ("part", stated.Key.Code)),
            Children = [],
        });
    }

    private static Interval RangeOf(decimal combined, Interval part)
    {
        var whole = Interval.OfPrinted(combined);
        return new((2 * whole.Low) - part.High, (2 * whole.High) - part.Low);
    }

    private static Finding OutOfRange(ScoreNode combined, decimal published, ScoreNode part, decimal derived) =>
        new Finding(
            "part-out-of-range", Severity.Error, combined.Key.ToString(),
            Combination.Number(Rounding.ToShown(part.Score!.Value)), Combination.Number(published))
            .With("other", Combination.Number(Rounding.ToShown(derived)));
}
