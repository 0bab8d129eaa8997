namespace Ita.Domain.Scoring;

/// <summary>
/// Removes the ranges of figures without a score from a result with withheld figures: the ranges were computed from these too, and would
/// disclose them.
/// </summary>
public static class HiddenRanges
{
    /// <summary>Whether some figure is known only as a range.</summary>
    public static bool AreIn(ScoreNode total) => total.SelfAndBelow().Any(IsRange);

    /// <summary>The tree without its ranges; their figures are withheld.</summary>
    public static ScoreNode Remove(ScoreNode node)
    {
        var open = node with { Children = [.. node.Children.Select(Remove)], Parts = [.. node.Parts.Select(Remove)] };
        return !IsRange(node) ? open : open with
        {
            Bounds = Interval.Unknown,
            Formula = "",
            Status = ScoreStatus.NotProcessed,
            Reason = Reason.Of("suppressed-beside"),
        };
    }

    private static bool IsRange(ScoreNode node) => node.Score is null && node.Bounds != Interval.Unknown;
}
