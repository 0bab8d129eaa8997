namespace Ita.Domain.Findings;

/// <summary>
/// Checks that no survey was answered by more people than the agency has. The agency states its head count itself and gives the code to its
/// staff, so a greater number of sheets means that the head count is wrong or that some people answered more than once.
/// </summary>
internal static class MoreThanPopulation
{
    public static IEnumerable<Finding> Check(ScoringContext context, IEnumerable<ScoreNode> instruments) =>
        from node in instruments.SelectMany(instrument => instrument.Parts.Append(instrument))
        let excess = SampleSize.ExcessOf(context.Framework, node.Key.Code, context.Agency, RespondentsOf(node))
        where excess is not null
        select new Finding("more-than-population", Severity.Warning, node.Key.ToString()).With("n", Text(RespondentsOf(node)))
            .With("population", Text(excess.Value.Population));

    // The items of a part are below both the part and its instrument; those of other parts are not meant.
    private static int RespondentsOf(ScoreNode node) =>
        node.SelfAndBelow().Where(below => below.Key.Part == node.Key.Part || below == node).Max(below => below.Respondents) ?? 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
