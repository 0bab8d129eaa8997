using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>
/// Items stated without their part in a year with two parts. They are both parts together, unless published indicators
/// disagree with them: then they are one part (which one is not known) and the other is derived.
/// </summary>
/// <remarks>
/// Where items or published indicators are missing, so is the other part, and so are indicators of both of which nothing is
/// published; the disagreement is explained all the same, as long as the other part could have a figure.
/// </remarks>
internal static class UnnamedPart
{
    public static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole) Resolved(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        var disagreeing = context.Findings.Where(finding => IsDisagreement(finding, whole)).ToList();
        var split = disagreeing.Count == 0 && context.Given(new(instrument.Code)) is null ? null : AsOnePart(context, instrument, parts, whole);
        ImmutableArray<Finding> explained = split is null ? [] : [.. disagreeing, .. OfInstrument(context, instrument, whole, split.Value.Whole)];
        if (split is null || explained.IsEmpty)
        {
            context.Findings.Add(new("parts-together", Severity.Warning, instrument.Code));
            return (parts, whole);
        }

        // The disagreement is explained, so it is no contradiction of its own any more.
        context.Findings.RemoveAll(explained.Contains);
        var code = split.Value.Parts.All(part => part.Score is not null) ? "one-part-items" : "one-part-items-incomplete";
        context.Findings.AddRange(explained.Select(finding => finding with { Code = code, Severity = Severity.Warning }));
        return split.Value;
    }

    private static bool IsDisagreement(Finding finding, ImmutableArray<ScoreNode> whole) =>
        finding.Code is "published-differs" or "not-reachable" && whole.Any(node => node.Key.ToString() == finding.Where);

    /// <summary>The published figure of the instrument, where the items as both parts together contradict it and as one part do not.</summary>
    private static IEnumerable<Finding> OfInstrument(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> together, ImmutableArray<ScoreNode> asOnePart)
    {
        if (context.Given(new(instrument.Code)) is not { } published)
        {
            return [];
        }

        var attempt = new ScoringContext(context.Framework, context.Sheet, context.Agency);
        Combination.MeanOf(attempt, InstrumentScores.Node(instrument, asOnePart), asOnePart, published);
        var contradictions = attempt.Findings.Count;
        Combination.MeanOf(attempt, InstrumentScores.Node(instrument, together), together, published);
        return contradictions == 0 ? attempt.Findings : [];
    }

    /// <summary>The items as one part's; null when the other part could not have what is published of both.</summary>
    private static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole)? AsOnePart(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        // Findings of an attempt that fails must not stay, so it works on a copy of the context.
        var attempt = new ScoringContext(context.Framework, context.Sheet, context.Agency);
        var first = instrument.Parts[0];
        ImmutableArray<ScoreNode> own = [.. whole.Select(indicator => InPart(attempt, indicator, first.Code))];
        if (whole.Zip(own).Any(pair => !OtherPart.IsPossible(context, pair.First.Key, pair.Second)))
        {
            return null;
        }

        ImmutableArray<ScoreNode> asPublished = [.. whole.Zip(own, (indicator, part) => AsPublished(context, indicator, part))];
        var stated = Combination.MeanOf(attempt, PartScores.Node(first, own), own, null);
        if (stated.Score is not null)
        {
            stated = stated with { Status = ScoreStatus.Derived, Reason = Reason.Of("part-unknown") };
        }

        return (OtherPart.Derived(attempt, instrument, [stated, .. parts.Skip(1)], whole, stated), asPublished);
    }

    // What the items alone say: the published figure is not of this part.
    private static ScoreNode InPart(ScoringContext attempt, ScoreNode indicator, string part)
    {
        var key = indicator.Key with { Part = part };
        return Combination.MeanOf(attempt, indicator with { Key = key, Score = null, Shown = null, Reason = null, Source = "" }, indicator.Children, null);
    }

    // The items belong to the part now; of the whole only the published figure is known, or what the part leaves it.
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
