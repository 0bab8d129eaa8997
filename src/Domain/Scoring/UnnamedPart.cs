using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>
/// Items stated without their part in a year with two parts. They are both parts together, unless published indicators
/// disagree with them: then they are one part (which one is not known) and the other is derived.
/// </summary>
/// <remarks>
/// Where items or published indicators are missing, so is the other part; the disagreement is explained all the same, as long as
/// the other part could have a figure.
/// </remarks>
internal static class UnnamedPart
{
    public static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole) Resolved(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        var disagreeing = context.Findings.Where(finding => IsDisagreement(finding) && whole.Any(node => node.Key.ToString() == finding.Where)).ToList();
        if (disagreeing.Count == 0 || AsOnePart(context, instrument, parts, whole) is not { } split)
        {
            context.Findings.Add(new("parts-together", Severity.Warning, instrument.Code));
            return (parts, whole);
        }

        // The disagreement is explained, so it is no contradiction of its own any more.
        context.Findings.RemoveAll(disagreeing.Contains);
        var code = split.Parts.All(part => part.Score is not null) ? "one-part-items" : "one-part-items-incomplete";
        context.Findings.AddRange(disagreeing.Select(finding => finding with { Code = code, Severity = Severity.Warning }));
        return split;
    }

    private static bool IsDisagreement(Finding finding) => finding.Code is "published-differs" or "not-reachable";

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

        ImmutableArray<ScoreNode> asPublished = [.. whole.Select(indicator => AsPublished(context, indicator))];
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

    // The items belong to the part now; of the whole only the published figure is known.
    private static ScoreNode AsPublished(ScoringContext context, ScoreNode indicator) => context.Given(indicator.Key) is { } published
        ? Combination.Stated(indicator with { Children = [] }, published, Reason.Of("mean-of-parts"))
        : indicator;
}
