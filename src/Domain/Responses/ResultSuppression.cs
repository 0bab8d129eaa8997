namespace Ita.Domain.Responses;

/// <summary>
/// Withholds the figures of a result that must not be published: those of fewer than k people, and those that would disclose them.
/// </summary>
public static class ResultSuppression
{
    /// <returns>The same instance when nothing is withheld.</returns>
    /// <remarks>
    /// The rating is kept, because it is a range and not a figure. When the total or an instrument is withheld, the figures in the reason
    /// of the rating are removed.
    /// </remarks>
    public static AgencyResult Apply(AgencyResult result, int fewestPeople = Suppression.FewestPeople) =>
        Withhold(result, Disclosure.FindHidden(result, [], fewestPeople), fewestPeople);

    /// <param name="hidden">See <see cref="Disclosure.FindHidden"/>.</param>
    public static AgencyResult Withhold(AgencyResult result, ImmutableSortedSet<string> hidden, int fewestPeople = Suppression.FewestPeople)
    {
        var figures = ResultFigures.List(result).ToDictionary(figure => figure.Name);
        return hidden.IsEmpty ? result : result with
        {
            Total = WithholdBelow(
                HiddenRanges.Remove(result.Total), name => !hidden.Contains(name) ? null : ReasonOf(figures[name], fewestPeople)),
            Rating = HiddenRanges.AreIn(result.Total)
                || result.Instruments.Append(result.Total).Any(node => hidden.Contains(ResultFigures.NameOf(node)))
                ? WithoutFigures(result.Rating)
                : result.Rating,
            Findings = [.. result.Findings.Where(finding => !hidden.Contains(finding.Where))],
        };
    }

    private static ScoreNode WithholdBelow(ScoreNode node, Func<string, Reason?> reasonOf)
    {
        node = node with
        {
            Children = [.. node.Children.Select(child => WithholdBelow(child, reasonOf))],
            Parts = [.. node.Parts.Select(part => WithholdBelow(part, reasonOf))],
        };
        return reasonOf(ResultFigures.NameOf(node)) is not { } reason ? node : node with
        {
            Score = null,
            Shown = null,
            Published = null,
            Respondents = null,
            Bounds = Interval.Unknown,
            Status = ScoreStatus.NotProcessed,
            Reason = reason,
        };
    }

    private static Reason ReasonOf(Aggregate figure, int fewestPeople) => figure.People < fewestPeople
        ? Reason.Of("suppressed-few", ("fewest", fewestPeople.ToString(CultureInfo.InvariantCulture)))
        : Reason.Of("suppressed-beside");

    private static RatingOutcome WithoutFigures(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided decided => decided with { Why = Reason.Of("suppressed-rating"), Next = null },
        _ => rating with { Why = Reason.Of("suppressed-rating") },
    };
}
