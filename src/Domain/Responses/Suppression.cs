namespace Ita.Domain.Responses;

/// <summary>One figure that may be published.</summary>
/// <param name="Name">Told apart by it.</param>
/// <param name="People">How many answers it is made of; null for a figure that is not made of people's answers.</param>
/// <param name="Value">0 to 100, where known here: then how far it narrows hidden ones is looked at too.</param>
/// <param name="IsOut">Published before: it cannot be taken back.</param>
public sealed record Aggregate(string Name, int? People, decimal? Value = null, bool IsOut = false);

/// <summary>That figures, each times its weight, sum to something anybody can work out: a parent and its children, a whole and its parts.</summary>
/// <param name="Terms">Whole weights, none of them 0; the parent's has the other sign.</param>
public sealed record AggregateRelation(ImmutableSortedDictionary<string, long> Terms);

/// <summary>
/// Which figures must be withheld, so that the answers of fewer than k people stay unknown: those of fewer than k answers, and
/// as many more as keep these from being worked out.
/// </summary>
/// <remarks>
/// <para>
/// A withheld figure is safe when the published ones and the relations leave it open, whatever combination of relations a reader
/// takes: decided by exact elimination over all relations at once and not by looking at one after the other. As long as one
/// suppressed figure is determined, one more in a relation with it is suppressed: the one in the fewest relations (a leaf or the
/// total takes no other figure with it), then the one of the fewest people. The figures of fewer than k people must also stay open by
/// <see cref="LeastRange"/> points for a reader who knows that scores are between 0 and 100: two hidden items whose mean is 100 are no
/// secret.
/// </para>
/// <para>
/// Two publications are two figures: what was told before, what is told now, and what lies between them, related by their numbers of
/// answers (<see cref="Between"/>). When fewer than k sheets came between, the difference is a figure of fewer than k people, and
/// the new figure is held back. For the same reason no result is told while a survey is open: the meter counts sheets and nothing else.
/// </para>
/// <para>
/// Not defended against: a reader who knows some of the answers; and guessing from the few means that whole answers of
/// very few people can make at all.
/// </para>
/// </remarks>
public static class Suppression
{
    /// <summary>k, unless set otherwise.</summary>
    public const int FewestPeople = 5;

    /// <summary>Points by which a figure of few people stays open: the step between means of four answers on a scale of 20 points a step.</summary>
    public const decimal LeastRange = 5;

    /// <returns>The names not to be published.</returns>
    /// <exception cref="InvalidOperationException">Figures already out give a suppressed one away: nothing that is still held back can mend
    /// it.</exception>
    public static ImmutableSortedSet<string> FindHidden(
        IReadOnlyCollection<Aggregate> figures, IReadOnlyCollection<AggregateRelation> relations, int fewestPeople = FewestPeople)
    {
        ImmutableHashSet<string> few = [.. figures.Where(figure => !figure.IsOut && figure.People < fewestPeople).Select(figure => figure.Name)];
        var hidden = few.ToHashSet();
        var open = figures.Where(figure => !figure.IsOut && !hidden.Contains(figure.Name)).ToDictionary(figure => figure.Name);
        var values = figures.Where(figure => figure.Value is not null).ToDictionary(figure => figure.Name, figure => figure.Value!.Value);
        while (GivenAway(relations, values, few, hidden) is [_, ..] givenAway)
        {
            var next = NextToHide(relations, givenAway, open);
            open.Remove(next);
            hidden.Add(next);
        }

        return [.. hidden];
    }

    private static ImmutableArray<string> GivenAway(
        IReadOnlyCollection<AggregateRelation> relations, Dictionary<string, decimal> values, ImmutableHashSet<string> few, HashSet<string> hidden)
    {
        var determined = LinearAttack.Determined(relations, hidden);
        return determined.IsEmpty
            ? [.. RangeAttack.Ranges(relations, values, hidden)
                .Where(range => few.Contains(range.Key) && range.Value.High - range.Value.Low < LeastRange).Select(range => range.Key)]
            : determined;
    }

    /// <summary>
    /// A figure that was told of some people and is told again of more, with what those in between answered: that is a figure too,
    /// though it is never printed.
    /// </summary>
    /// <param name="before">As published; of one person or more.</param>
    /// <param name="now">Of the same people and others: of more than before.</param>
    public static (ImmutableArray<Aggregate> Figures, AggregateRelation Relation) Between(Aggregate before, Aggregate now)
    {
        if (before.People is not { } earlier || now.People is not { } later || earlier < 1 || later <= earlier)
        {
            throw new ArgumentException($"{now.Name} of {now.People} is not {before.Name} of {before.People} and more.");
        }

        var between = new Aggregate($"{now.Name} - {before.Name}", later - earlier);
        var terms = new Dictionary<string, long> { [now.Name] = later, [before.Name] = -earlier, [between.Name] = earlier - later };
        return ([before with { IsOut = true }, now, between], new(terms.ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }

    private static string NextToHide(
        IReadOnlyCollection<AggregateRelation> relations, IReadOnlyCollection<string> givenAway, Dictionary<string, Aggregate> open)
    {
        var beside = relations.Where(relation => givenAway.Any(relation.Terms.ContainsKey))
            .SelectMany(relation => relation.Terms.Keys).Where(open.ContainsKey).ToHashSet();
        return (beside.Count > 0 ? open.Values.Where(figure => beside.Contains(figure.Name)) : open.Values)
            .OrderBy(figure => relations.Count(relation => relation.Terms.ContainsKey(figure.Name)))
            .ThenBy(figure => figure.People ?? int.MaxValue)
            .ThenBy(figure => figure.Name, StringComparer.Ordinal)
            .Select(figure => figure.Name)
            .FirstOrDefault() ?? throw new InvalidOperationException($"What is out gives away {string.Join(", ", givenAway)}.");
    }
}
