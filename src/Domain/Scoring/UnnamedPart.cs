using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>
/// Items stated without their part in a year with two parts. They are both parts together, unless published indicators
/// disagree with them: then they are one part (which one is not known) and the other is derived.
/// </summary>
internal static class UnnamedPart
{
    public static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole) Resolved(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        var disagreeing = whole.Where(Disagrees).ToList();
        var onePart = disagreeing.Count == 0 ? null : AsOnePart(context, instrument, parts, whole);
        if (onePart is not { } split)
        {
            context.Findings.Add(new("parts-together", Severity.Warning, instrument.Code));
            return (parts, whole);
        }

        // The disagreement is explained, so it is no contradiction of its own any more.
        context.Findings.RemoveAll(finding =>
            finding.Code == "published-differs" && disagreeing.Any(node => node.Key.ToString() == finding.Where));
        foreach (var node in disagreeing)
        {
            context.Findings.Add(new("one-part-items", Severity.Warning, node.Key.ToString(), Combination.Number(node.Shown!.Value), Combination.Number(node.Published!.Value)));
        }

        return split;
    }

    private static bool Disagrees(ScoreNode indicator) => indicator is { Status: ScoreStatus.Computed, Published: not null };

    private static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole)? AsOnePart(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        // Findings of an attempt that fails must not stay, so it works on a copy of the context.
        var attempt = new ScoringContext(context.Framework, context.Sheet, context.Agency);
        var first = instrument.Parts[0];
        ImmutableArray<ScoreNode> own = [.. whole.Select(indicator => InPart(indicator, first.Code))];
        var unknown = Reason.Of("part-unknown");
        var stated = Combination.MeanOf(attempt, PartScores.Node(first, own), own, null) with
        {
            Status = ScoreStatus.Derived,
            Reason = unknown,
        };
        var split = OtherPart.Derived(attempt, instrument, [stated, .. parts.Skip(1)], whole, stated);
        return stated.Score is null || split.Any(part => part.Score is null)
            ? null
            : (split, [.. whole.Select(indicator => AsPublished(attempt, indicator))]);
    }

    private static ScoreNode InPart(ScoreNode indicator, string part) => indicator with
    {
        Key = indicator.Key with { Part = part },
        Published = null,
        Shown = indicator.Score is { } score ? Rounding.ToShown(score) : null,
    };

    // The items belong to the part now; of the whole only the published figure is known.
    private static ScoreNode AsPublished(ScoringContext context, ScoreNode indicator) =>
        Combination.Stated(indicator with { Children = [] }, context.Given(indicator.Key)!.Value, Reason.Of("mean-of-parts"));
}
