namespace Ita.Domain.Responses;

/// <summary>How far hidden figures are known when everybody knows that scores lie between 0 and 100.</summary>
/// <remarks>
/// Two hidden items whose sum is 200 are 100 each, though no equation says so. Each relation narrows its hidden figures by what the
/// others of it allow, again and again until nothing moves.
/// </remarks>
internal static class RangeAttack
{
    // Each round costs little; beyond these, what still moves are fractions of a point.
    private const int Rounds = 20;

    /// <returns>The range of each hidden figure.</returns>
    /// <param name="values">Of the published figures; a relation with a figure without a value tells nothing here.</param>
    public static Dictionary<string, Interval> Ranges(
        IEnumerable<AggregateRelation> relations, IReadOnlyDictionary<string, decimal> values, IReadOnlyCollection<string> hidden)
    {
        var ranges = hidden.ToDictionary(name => name, _ => Interval.Unknown);
        var telling = relations
            .Where(relation => relation.Terms.Keys.Any(ranges.ContainsKey)
                && relation.Terms.Keys.All(name => ranges.ContainsKey(name) || values.ContainsKey(name)))
            .ToList();
        for (var (round, moved) = (0, true); moved && round < Rounds; round++)
        {
            moved = false;
            foreach (var relation in telling)
            {
                moved |= Narrowed(relation, values, ranges);
            }
        }

        return ranges;
    }

    private static bool Narrowed(AggregateRelation relation, IReadOnlyDictionary<string, decimal> values, Dictionary<string, Interval> ranges)
    {
        var moved = false;
        foreach (var (name, weight) in relation.Terms.Where(term => ranges.ContainsKey(term.Key)))
        {
            var (low, high) = Rest(relation, name, values, ranges);
            var (from, to) = weight > 0 ? (-high / weight, -low / weight) : (-low / weight, -high / weight);
            var before = ranges[name];
            ranges[name] = new Interval(from, to).Within(before);
            moved |= ranges[name] != before;
        }

        return moved;
    }

    /// <summary>The least and the greatest weighted sum of the other figures of a relation.</summary>
    private static (decimal Low, decimal High) Rest(
        AggregateRelation relation, string name, IReadOnlyDictionary<string, decimal> values, Dictionary<string, Interval> ranges)
    {
        var (low, high) = (0m, 0m);
        foreach (var (other, weight) in relation.Terms.Where(term => term.Key != name))
        {
            var range = ranges.TryGetValue(other, out var known) ? known : Interval.Exactly(values[other]);
            low += weight * (weight > 0 ? range.Low : range.High);
            high += weight * (weight > 0 ? range.High : range.Low);
        }

        return (low, high);
    }
}
