namespace Ita.Reports.Analysis;

/// <summary>What the rules gave no score, each thing named once at the highest level it concerns.</summary>
internal static class MissingScores
{
    public static IEnumerable<ScoreNode> In(AgencyResult result) => Below(result.Total);

    private static IEnumerable<ScoreNode> Below(ScoreNode node)
    {
        if (node.Status == ScoreStatus.NotProcessed)
        {
            return [node];
        }

        // A figure given as a whole has no figures below it, and none of those was ever to be processed.
        return node.Children.Concat(node.Parts).Any(HasFigure) ? node.Children.Concat(node.Parts).SelectMany(Below) : [];
    }

    private static bool HasFigure(ScoreNode node) => node.SelfAndBelow().Any(below => below.Status != ScoreStatus.NotProcessed);
}
