namespace Ita.Domain.Ranking;

/// <param name="Rank">1 is the best; equal scores share a rank and the following ranks are skipped: 1, 2, 2, 4.</param>
public sealed record Placed<T>(int Rank, T Value, decimal Score);

/// <summary>Ranks values by shown score, so that values printed with equal scores have equal ranks.</summary>
public static class Places
{
    /// <summary>Best first, ties in the order given. Values without a score are omitted.</summary>
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
