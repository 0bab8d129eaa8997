using System.Numerics;

namespace Ita.Domain.Responses;

/// <summary>Finds the hidden figures that can be calculated from the others by any combination of their relations.</summary>
/// <remarks>
/// The hidden figures are the unknowns of linear equations whose other terms are known. After Gauss-Jordan elimination an unknown is
/// determined when it is the only one in its row. Whole numbers are used throughout, so no value is only nearly zero.
/// </remarks>
internal static class LinearAttack
{
    /// <returns>The determined hidden figures, ordered by name.</returns>
    public static ImmutableArray<string> Determined(IEnumerable<AggregateRelation> relations, IReadOnlyCollection<string> hidden)
    {
        var unknowns = hidden.Order(StringComparer.Ordinal).ToImmutableArray();
        var rows = relations
            .Where(relation => relation.Terms.Keys.Any(hidden.Contains))
            .Select(relation => unknowns.Select(name => new BigInteger(relation.Terms.GetValueOrDefault(name))).ToArray())
            .ToList();
        Reduce(rows, unknowns.Length);
        return [.. rows.Where(row => row.Count(weight => !weight.IsZero) == 1)
            .Select(row => unknowns[Array.FindIndex(row, weight => !weight.IsZero)]).Order(StringComparer.Ordinal)];
    }

    /// <summary>Gauss-Jordan elimination: afterwards the first non-zero weight of each row is the only one in its column.</summary>
    private static void Reduce(List<BigInteger[]> rows, int columns)
    {
        var done = 0;
        for (var column = 0; column < columns && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => !row[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            for (var row = 0; row < rows.Count; row++)
            {
                if (row != done && !rows[row][column].IsZero)
                {
                    rows[row] = Without(rows[row], rows[done], column);
                }
            }

            done++;
        }
    }

    private static BigInteger[] Without(BigInteger[] row, BigInteger[] pivot, int column)
    {
        var (times, less) = (pivot[column], row[column]);
        BigInteger[] rest = [.. row.Select((weight, index) => (weight * times) - (pivot[index] * less))];
        var common = rest.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return common > BigInteger.One ? [.. rest.Select(weight => weight / common)] : rest;
    }
}
