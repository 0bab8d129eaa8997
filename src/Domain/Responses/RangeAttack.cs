namespace Ita.Domain.Responses;

/// <summary>Finds the ranges of hidden figures that follow from the relations and from scores being between 0 and 100.</summary>
/// <remarks>
/// Two hidden items whose sum is 200 are 100 each, although no equation determines them. Each relation narrows the ranges of its hidden
/// figures; this is repeated until no range changes.
/// </remarks>
internal static class RangeAttack
{
    // After this many rounds, remaining changes are fractions of a point.
    private const int Rounds = 20;

    /// <returns>The range of each hidden figure, by name.</returns>
    /// <param name="values">Values of the published figures; a relation that contains a figure without a value is ignored.</param>
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
            ranges[name] = new Interval(from, to).Intersect(before);
            moved |= ranges[name] != before;
        }

        return moved;
    }

    /// <summary>The lowest and highest possible weighted sum of the other figures of a relation.</summary>
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
