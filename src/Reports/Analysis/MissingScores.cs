namespace Ita.Reports.Analysis;

/// <summary>
/// Lists what has no score, each at the highest level it concerns: not processed, without data, withheld, or known only as a range.
/// </summary>
internal static class MissingScores
{
    public static IEnumerable<ScoreNode> In(AgencyResult result) => Below(result.Total);

    private static IEnumerable<ScoreNode> Below(ScoreNode node)
    {
        if (node.Score is null && !IsPartOfKnown(node))
        {
            return [node];
        }

        // A score that was stated as a whole has no scores below it, so those are not missing.
        return node.Children.Concat(node.Parts).Any(HasFigure) ? node.Children.Concat(node.Parts).SelectMany(Below) : [];
    }

    private static bool HasFigure(ScoreNode node) =>
        node.SelfAndBelow().Any(below => below.StatusShown is not (ScoreStatus.NotProcessed or ScoreStatus.NoData or ScoreStatus.Withheld));

    // A part of which only the combined figure is known is not missing: that is how some years publish it.
    private static bool IsPartOfKnown(ScoreNode node) => node.Reason?.Code == "only-combined";
}
