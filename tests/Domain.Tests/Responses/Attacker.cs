using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

/// <summary>
/// Uses another method than the product: a hidden figure is determined when adding its unit vector to the relations does not raise their
/// rank, computed with fractions.
/// </summary>
internal static class Attacker
{
    public static List<string> WorksOut(IEnumerable<AggregateRelation> relations, IEnumerable<string> published, IReadOnlyCollection<string> hidden)
    {
        var known = published.ToList();
        var names = known.Concat(hidden).ToList();
        var basis = new List<Fraction[]>();
        foreach (var row in relations.Select(relation => names.Select(name => new Fraction(relation.Terms.GetValueOrDefault(name), 1)).ToArray())
            .Concat(known.Select(name => Alone(names, name))))
        {
            Add(basis, row);
        }

        return [.. hidden.Where(name => Rest(basis, Alone(names, name)).All(weight => weight.IsZero))];
    }

    private static Fraction[] Alone(List<string> names, string name) => [.. names.Select(other => new Fraction(other == name ? 1 : 0, 1))];

    private static void Add(List<Fraction[]> basis, Fraction[] row)
    {
        var rest = Rest(basis, row);
        if (!rest.All(weight => weight.IsZero))
        {
            basis.Add(rest);
        }
    }

    private static Fraction[] Rest(List<Fraction[]> basis, Fraction[] row)
    {
        foreach (var one in basis)
        {
            var first = Array.FindIndex(one, weight => !weight.IsZero);
            if (!row[first].IsZero)
            {
                var times = row[first].Over(one[first]);
                row = [.. row.Select((weight, index) => one[index].IsZero ? weight : weight.Less(one[index].Times(times)))];
            }
        }

        return row;
    }
}
