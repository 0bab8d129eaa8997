namespace Ita.Domain.Scoring;

/// <summary>Names the figures that are missing below a node: each at the highest level of which nothing is known.</summary>
internal static class MissingFigures
{
    /// <summary>The reason of a node some of whose children have no score; null when nothing is known of any child.</summary>
    public static Reason? ReasonOf(ImmutableArray<ScoreNode> children) => children.All(child => child.Status == ScoreStatus.NoData)
        ? null
        : Reason.Of("incomplete", ("missing", string.Join(", ", children.SelectMany(Below).Select(key => key.ToString()))));

    private static IEnumerable<ScoreKey> Below(ScoreNode node)
    {
        if (node.Score is not null)
        {
            return [];
        }

        var below = IsPartly(node.Parts) ? node.Parts : IsPartly(node.Children) ? node.Children : [];
        return below.IsEmpty ? [node.Key] : below.SelectMany(Below);
    }

    private static bool IsPartly(ImmutableArray<ScoreNode> nodes) =>
        nodes.Any(node => node.Score is null) && nodes.Any(node => node.Status != ScoreStatus.NoData);
}
