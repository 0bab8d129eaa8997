namespace Ita.Domain.Ranking;

/// <param name="Rank">1 is best; equal scores share a rank, and the ranks they take up are left out: 1, 2, 2, 4.</param>
public sealed record Placed<T>(int Rank, T Value, decimal Score);

/// <summary>Ranks by the score that is shown, two decimals: what prints equal ranks equal.</summary>
public static class Places
{
    /// <summary>Best first; within a rank in the order given. Those without a score have no rank and are left out.</summary>
    public static ImmutableArray<Placed<T>> Of<T>(IEnumerable<T> values, Func<T, decimal?> score)
    {
        var sorted = values.Select(value => (Value: value, Score: score(value))).Where(one => one.Score is not null)
            .OrderByDescending(one => one.Score).ToList();
        var placed = ImmutableArray.CreateBuilder<Placed<T>>(sorted.Count);
        for (var place = 0; place < sorted.Count; place++)
        {
            var ties = place > 0 && sorted[place].Score == sorted[place - 1].Score;
            placed.Add(new(ties ? placed[^1].Rank : place + 1, sorted[place].Value, sorted[place].Score!.Value));
        }

        return placed.ToImmutable();
    }
}
