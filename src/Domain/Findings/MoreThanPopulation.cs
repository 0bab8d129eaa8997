namespace Ita.Domain.Findings;

/// <summary>
/// Checks that no survey was answered by more people than the agency has. The agency states its head count itself and gives the code to its
/// staff, so a greater number of sheets means that the head count is wrong or that some people answered more than once.
/// </summary>
internal static class MoreThanPopulation
{
    public static IEnumerable<Finding> Check(ScoringContext context, IEnumerable<ScoreNode> instruments) =>
        from node in instruments.SelectMany(instrument => instrument.Parts.Append(instrument))
        let respondents = Sampling.RespondentsOf(node) ?? 0
        let excess = SampleSize.ExcessOf(context.Framework, node.Key.Code, context.Agency, respondents)
        where excess is not null
        select new Finding("more-than-population", Severity.Warning, node.Key.ToString())
            .With("n", Text(respondents))
            .With("population", Text(excess.Value.Population));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
