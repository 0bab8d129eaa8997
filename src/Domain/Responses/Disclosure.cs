namespace Ita.Domain.Responses;

/// <summary>A version of a result that was shown before.</summary>
/// <param name="Result">The whole result, with the figures that were withheld.</param>
/// <param name="Hidden">The names of the figures that were withheld.</param>
public sealed record ShownVersion(AgencyResult Result, ImmutableSortedSet<string> Hidden);

/// <summary>
/// Decides which figures of a result are withheld, given every version of it that was shown before: those of fewer than k people,
/// those from which they can be computed, and those whose difference from an earlier version shows what fewer than k people answered.
/// </summary>
/// <remarks>
/// A survey that gained fewer than k sheets since any version that showed it is withheld as a whole, at every level: n·now less
/// m·before is the sum of what the n - m people between answered, for an item as for an instrument. The remaining figures of all
/// versions and their relations are one system of equations (<see cref="Suppression"/>).
/// </remarks>
public static class Disclosure
{
    /// <returns>The names of the figures of <paramref name="result"/> that are withheld.</returns>
    public static ImmutableSortedSet<string> FindHidden(
        AgencyResult result, IEnumerable<ShownVersion> before, int fewestPeople = Suppression.FewestPeople)
    {
        var figures = ResultFigures.List(result).ToList();
        var earlier = EarlierFigures.Distinct(before);
        var known = figures.Where(figure => !(figure.People < fewestPeople) && earlier.Any(version => version.Shows(figure)))
            .Select(figure => figure.Name)
            .ToHashSet();
        ImmutableSortedSet<string> blocked = [.. earlier.SelectMany(version => SurveyChange.FindFew(version, result, fewestPeople))];
        var hidden = Suppression.FindHidden(
            [
                .. figures.Select(figure => known.Contains(figure.Name)
                    ? figure with { IsPublished = true }
                    : figure with { IsWithheld = blocked.Contains(figure.Name) }),
                .. earlier.SelectMany(version => version.Renamed),
                .. earlier.SelectMany(version => version.Gains(figures, fewestPeople)),
            ],
            [
                .. ResultFigures.Relations(result),
                .. earlier.SelectMany(version => version.Relations),
                .. earlier.SelectMany(version => version.RelationsTo(figures, fewestPeople)),
            ],
            fewestPeople);
        return hidden is null
            ? ResultFigures.OfPeople(result)
            : [.. figures.Select(figure => figure.Name).Where(name => blocked.Contains(name) || hidden.Contains(name))];
    }
}
