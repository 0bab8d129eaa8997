namespace Ita.Domain.Scoring;

/// <summary>
/// Handles items stated without a part in a year with two parts. They are taken as combined figures, unless published indicators contradict
/// them: then they are taken as one part (which one is not known) and the other part is derived.
/// </summary>
/// <remarks>
/// When items or published indicators are missing, the other part cannot be derived, and combined indicators without a published figure
/// have no score. The contradiction is still explained, provided that some figure of the other part is possible.
/// </remarks>
internal static class UnnamedPart
{
    /// <param name="together">The nodes with the items taken as combined figures.</param>
    /// <param name="findings">The contradictions in those nodes.</param>
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

        // An explained contradiction is reported as a warning instead of an error.
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
    /// The contradictions of the instrument's published figure that occur when the items are combined figures but not when they are one part.
    /// </summary>
    private static ImmutableArray<Finding> ExplainedOfInstrument(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> together, ImmutableArray<ScoreNode> asOnePart)
    {
        return Contradictions(asOnePart).IsEmpty ? Contradictions(together) : [];

        ImmutableArray<Finding> Contradictions(ImmutableArray<ScoreNode> indicators) =>
            Combination.Mean(context, InstrumentScores.Node(instrument, indicators), indicators, context.Given(new(instrument.Code))).Findings;
    }

    /// <summary>The nodes with the items taken as one part; null when no figure of the other part is consistent with the published ones.</summary>
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

        // The findings of the derivation are dropped: a part out of range means only that this explanation does not hold.
        return new(
            OtherPart.Derive(context, instrument, [stated, .. parts.Skip(1)], whole, stated).Value,
            [.. whole.Zip(own, (indicator, part) => AsPublished(context, indicator, part))]);
    }

    // Computed from the items only, because the published figure is not that of this part.
    private static ScoreNode InPart(ScoringContext context, ScoreNode indicator, string part)
    {
        var key = indicator.Key with { Part = part };
        var node = indicator with { Key = key, Score = null, Shown = null, Reason = null, Source = "" };
        return Combination.UncheckedMean(context, node, indicator.Children);
    }

    // The items belong to the part, so of the combined indicator only the published figure is known, or the range that follows from the part.
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
            Status = part.Status == ScoreStatus.NoData ? ScoreStatus.NoData : ScoreStatus.Bounded,
            Reason = part.Score is null ? indicator.Reason : Reason.Of("part-unknown"),
            Bounds = (part.Bounds + Interval.Unknown) / 2,
            Children = [],
        };
    }
}
