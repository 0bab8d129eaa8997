namespace Ita.Reports.Analysis;

/// <summary>Lists the scores that are not processed, each at the highest level it concerns.</summary>
internal static class MissingScores
{
    public static IEnumerable<ScoreNode> In(AgencyResult result) => Below(result.Total);

    private static IEnumerable<ScoreNode> Below(ScoreNode node)
    {
        if (node.Status == ScoreStatus.NotProcessed)
        {
            return [node];
        }

        // A score that was stated as a whole has no scores below it, so those are not missing.
        return node.Children.Concat(node.Parts).Any(HasFigure) ? node.Children.Concat(node.Parts).SelectMany(Below) : [];
    }

    private static bool HasFigure(ScoreNode node) => node.SelfAndBelow().Any(below => below.Status != ScoreStatus.NotProcessed);
}
