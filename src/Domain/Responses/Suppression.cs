namespace Ita.Domain.Responses;

/// <summary>A figure of a result, as the disclosure check sees it.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="People">Number of people whose answers it is computed from; null when it is not computed from answers.</param>
/// <param name="Value">0 to 100; null when not known, in which case the ranges it implies for hidden figures are not checked.</param>
/// <param name="IsPublished">Whether it was published before and can no longer be withheld.</param>
/// <param name="IsWithheld">Whether it was withheld before, and stays withheld.</param>
/// <param name="IsItem">Whether it is the mean of one item.</param>
public sealed record Aggregate(
    string Name, int? People, decimal? Value = null, bool IsPublished = false, bool IsWithheld = false, bool IsItem = false);

/// <summary>
/// A linear equation that readers know: the weighted figures sum to zero or to a known constant, as a parent and its children or a whole
/// and its parts.
/// </summary>
/// <param name="Terms">Whole weights by figure name, none of them 0; the parent's has the opposite sign.</param>
public sealed record AggregateRelation(ImmutableSortedDictionary<string, long> Terms);

/// <summary>
/// Decides which figures are withheld so that the answers of fewer than k people are not disclosed: the figures of fewer than k people, and
/// as many others as are needed so that these cannot be calculated.
/// </summary>
/// <remarks>
/// <para>
/// A withheld figure is safe when it cannot be calculated from the published ones by any combination of relations. This is decided by exact
/// elimination over all relations at once, not one by one. While a withheld figure is determined, one more figure related to it is
/// withheld: the one in the fewest relations (so that a leaf or the total affects no other figure), then the one of the fewest people. For
/// a reader who knows that scores are between 0 and 100, the range of a figure of fewer than k people must also be at least
/// <see cref="LeastRange"/> points wide: two hidden items whose mean is 100 are both 100.
/// </para>
/// <para>
/// When a figure is published twice, the difference of the two is a figure too: that of the people added in between
/// (<see cref="Difference"/>). When fewer than k people were added, the new figure is withheld. For the same reason no result is published
/// while a survey is open; the meter shows counts of sheets only.
/// </para>
/// <para>
/// Not covered: a reader who knows some of the answers, and guessing from the few means that are possible with very few people.
/// </para>
/// </remarks>
public static class Suppression
{
    /// <summary>The default of k.</summary>
    public const int FewestPeople = 5;

    /// <summary>
    /// Smallest width, in points, of the range in which a figure of few people may be: the step between means of four answers on a scale
    /// with steps of 20 points.
    /// </summary>
    public const decimal LeastRange = 5;

    /// <returns>The names of the figures to withhold; null when figures that are already published disclose a withheld one, and withholding
    /// others cannot prevent it.</returns>
    public static ImmutableSortedSet<string>? FindHidden(
        IReadOnlyCollection<Aggregate> figures, IReadOnlyCollection<AggregateRelation> relations, int fewestPeople = FewestPeople)
    {
        ImmutableHashSet<string> few = [.. figures.Where(figure => !figure.IsPublished && figure.People < fewestPeople)
            .Select(figure => figure.Name)];
        var hidden = few.Union(figures.Where(figure => figure.IsWithheld).Select(figure => figure.Name)).ToHashSet();
        var open = figures.Where(figure => !figure.IsPublished && !hidden.Contains(figure.Name)).ToDictionary(figure => figure.Name);
        var values = figures.Where(figure => figure.Value is not null).ToDictionary(figure => figure.Name, figure => figure.Value!.Value);
        while (FindDisclosed(relations, values, few, hidden) is [_, ..] disclosed)
        {
            if (NextToHide(relations, disclosed, open) is not { } next)
            {
                return null;
            }

            open.Remove(next);
            hidden.Add(next);
        }

        return [.. hidden];
    }

    private static ImmutableArray<string> FindDisclosed(
        IReadOnlyCollection<AggregateRelation> relations, Dictionary<string, decimal> values, ImmutableHashSet<string> few, HashSet<string> hidden)
    {
        var determined = LinearAttack.Determined(relations, hidden);
        return determined.IsEmpty
            ? [.. RangeAttack.Ranges(relations, values, hidden)
                .Where(range => few.Contains(range.Key) && range.Value.High - range.Value.Low < LeastRange).Select(range => range.Key)]
            : determined;
    }

    /// <summary>
    /// Relates a figure published for some people, the same figure published again for more people, and the figure of those added in
    /// between, which is never printed.
    /// </summary>
    /// <param name="before">As published; of at least one person.</param>
    /// <param name="now">Of the same people and more.</param>
    public static (ImmutableArray<Aggregate> Figures, AggregateRelation Relation) Difference(Aggregate before, Aggregate now)
    {
        if (before.People is not { } earlier || now.People is not { } later || earlier < 1 || later <= earlier)
        {
            throw new ArgumentException($"{now.Name} of {now.People} is not {before.Name} of {before.People} and more.");
        }

        var between = new Aggregate($"{now.Name} - {before.Name}", later - earlier);
        var terms = new Dictionary<string, long> { [now.Name] = later, [before.Name] = -earlier, [between.Name] = earlier - later };
        return ([before with { IsPublished = true }, now, between], new(terms.ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }

    private static string? NextToHide(
        IReadOnlyCollection<AggregateRelation> relations, IReadOnlyCollection<string> disclosed, Dictionary<string, Aggregate> open)
    {
        var beside = relations.Where(relation => disclosed.Any(relation.Terms.ContainsKey))
            .SelectMany(relation => relation.Terms.Keys).Where(open.ContainsKey).ToHashSet();
        return (beside.Count > 0 ? open.Values.Where(figure => beside.Contains(figure.Name)) : open.Values)
            .OrderBy(figure => relations.Count(relation => relation.Terms.ContainsKey(figure.Name)))
            .ThenBy(figure => figure.People ?? int.MaxValue)
            .ThenBy(figure => figure.Name, StringComparer.Ordinal)
            .Select(figure => figure.Name)
            .FirstOrDefault();
    }
}
