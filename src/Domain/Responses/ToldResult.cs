namespace Ita.Domain.Responses;

/// <summary>A result as it may be told to anybody: without the figures of fewer than k people, and without those that give these away.</summary>
public static class ToldResult
{
    /// <returns>The same result where nothing is to be held back.</returns>
    /// <remarks>The rating stands: it is a band and no figure. But when the total or an instrument is held back, the figures in its reason
    /// are too.</remarks>
    public static AgencyResult Suppress(AgencyResult result, int fewestPeople = Suppression.FewestPeople) =>
        Without(result, HiddenIn(result, null, fewestPeople), fewestPeople);

    /// <summary>The figures to be held back, by name.</summary>
    /// <param name="before">
    /// The version that was told before of some of the same people; null when there was none. Where fewer than k came between, what
    /// these few answered is the difference of two figures.
    /// </param>
    public static ImmutableSortedSet<string> HiddenIn(AgencyResult result, AgencyResult? before, int fewestPeople = Suppression.FewestPeople)
    {
        var (figures, relations) = (ResultFigures.List(result).ToList(), ResultFigures.Relations(result).ToList());
        foreach (var (between, relation) in before is null ? [] : ResultFigures.Since(before, result))
        {
            figures.AddRange(between);
            relations.Add(relation);
        }

        var names = ResultFigures.List(result).Select(figure => figure.Name).ToHashSet();
        return [.. Suppression.FindHidden(figures, relations, fewestPeople).Where(names.Contains)];
    }

    /// <param name="hidden">See <see cref="HiddenIn"/>.</param>
    public static AgencyResult Without(AgencyResult result, ImmutableSortedSet<string> hidden, int fewestPeople = Suppression.FewestPeople)
    {
        var figures = ResultFigures.List(result).ToDictionary(figure => figure.Name);
        return hidden.IsEmpty ? result : result with
        {
            Total = Told(result.Total, name => !hidden.Contains(name) ? null : ReasonOf(figures[name], fewestPeople)),
            Rating = result.Instruments.Append(result.Total).Any(node => hidden.Contains(ResultFigures.NameOf(node)))
                ? Bare(result.Rating)
                : result.Rating,
            Findings = [.. result.Findings.Where(finding => !hidden.Contains(finding.Where))],
        };
    }

    private static ScoreNode Told(ScoreNode node, Func<string, Reason?> reasonOf)
    {
        node = node with
        {
            Children = [.. node.Children.Select(child => Told(child, reasonOf))],
            Parts = [.. node.Parts.Select(part => Told(part, reasonOf))],
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

    private static RatingOutcome Bare(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided decided => decided with { Why = Reason.Of("suppressed-rating"), Next = null },
        _ => rating with { Why = Reason.Of("suppressed-rating") },
    };
}
