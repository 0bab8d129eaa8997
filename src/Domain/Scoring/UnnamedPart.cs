namespace Ita.Domain.Scoring;

/// <summary>
/// Items stated without their part in a year with two parts. They are taken for both parts together, unless published indicators
/// disagree with them: then they are one part (which one is not known) and the other is derived.
/// </summary>
/// <remarks>
/// Where items or published indicators are missing, the other part is missing too, and so are the indicators of both parts for
/// which nothing is published; the disagreement is explained all the same, as long as the other part could have a figure.
/// </remarks>
internal static class UnnamedPart
{
    /// <param name="together">The nodes with the items taken for both parts together.</param>
    /// <param name="findings">The contradictions of those nodes.</param>
    public static Checked<PartsAndWhole> Resolve(
        ScoringContext context, Instrument instrument, PartsAndWhole together, ImmutableArray<Finding> findings)
    {
        var disagreeing = findings.Where(finding => IsDisagreement(finding, together.Whole)).ToImmutableArray();
        var split = disagreeing.IsEmpty && context.Given(new(instrument.Code)) is null ? null : AsOnePart(context, instrument, together);
        ImmutableArray<Finding> explained = split is { } onePart
            ? [.. disagreeing, .. ExplainedOfInstrument(context, instrument, together.Whole, onePart.Whole)]
            : [];
        if (split is not { } resolved || explained.IsEmpty)
        {
            return new(together, [.. findings, new("parts-together", Severity.Warning, instrument.Code)]);
        }

        // An explained disagreement becomes a warning in place of the contradiction.
        var code = resolved.Parts.All(part => part.Score is not null) ? "one-part-items" : "one-part-items-incomplete";
        return new(
            resolved,
            [
                .. findings.Where(finding => !explained.Contains(finding)),
                .. explained.Select(finding => finding with { Code = code, Severity = Severity.Warning }),
            ]);
    }

    private static bool IsDisagreement(Finding finding, ImmutableArray<ScoreNode> whole) =>
        finding.Code is "published-differs" or "not-reachable" && whole.Any(node => node.Key.ToString() == finding.Where);

    /// <summary>
    /// The contradiction of the instrument's published figure that the items cause as both parts together and not as one part.
    /// </summary>
    private static ImmutableArray<Finding> ExplainedOfInstrument(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> together, ImmutableArray<ScoreNode> asOnePart)
    {
        return Contradictions(asOnePart).IsEmpty ? Contradictions(together) : [];

        ImmutableArray<Finding> Contradictions(ImmutableArray<ScoreNode> indicators) =>
            Combination.Mean(context, InstrumentScores.Node(instrument, indicators), indicators, context.Given(new(instrument.Code))).Findings;
    }

    /// <summary>The items as one part's; null when the other part could not have what is published of both.</summary>
    private static PartsAndWhole? AsOnePart(ScoringContext context, Instrument instrument, PartsAndWhole together)
    {
        var (parts, whole) = together;
        var first = instrument.Parts[0];
        ImmutableArray<ScoreNode> own = [.. whole.Select(indicator => InPart(context, indicator, first.Code))];
        if (whole.Zip(own).Any(pair => !OtherPart.IsPossible(context, pair.First.Key, pair.Second)))
        {
            return null;
        }

        var stated = Combination.UncheckedMean(context, PartScores.Node(first, own), own);
        if (stated.Score is not null)
        {
            stated = stated with { Status = ScoreStatus.Derived, Reason = Reason.Of("part-unknown") };
        }

        // The findings of the derivation are left out: this is an attempt to explain, and a part that is out of range fails it.
        return new(
            OtherPart.Derive(context, instrument, [stated, .. parts.Skip(1)], whole, stated).Value,
            [.. whole.Zip(own, (indicator, part) => AsPublished(context, indicator, part))]);
    }

    // Computed from the items alone: the published figure is not of this part.
    private static ScoreNode InPart(ScoringContext context, ScoreNode indicator, string part)
    {
        var key = indicator.Key with { Part = part };
        var node = indicator with { Key = key, Score = null, Shown = null, Reason = null, Source = "" };
        return Combination.UncheckedMean(context, node, indicator.Children);
    }

    // The items now belong to the part, so only the published figure of the whole is known, or the range that the part leaves for it.
    private static ScoreNode AsPublished(ScoringContext context, ScoreNode indicator, ScoreNode part)
    {
        if (context.Given(indicator.Key) is { } published)
        {
            return Combination.Stated(indicator with { Children = [] }, published, Reason.Of("mean-of-parts"));
        }

        return indicator with
        {
            Score = null,
            Shown = null,
            Status = ScoreStatus.NotProcessed,
            Reason = part.Score is null ? indicator.Reason : Reason.Of("part-unknown"),
            Bounds = (part.Bounds + Interval.Unknown) / 2,
            Children = [],
        };
    }
}
