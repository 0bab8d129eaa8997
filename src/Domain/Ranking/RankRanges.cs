namespace Ita.Domain.Ranking;

/// <summary>A total that rounding and the choice of respondents leave open.</summary>
/// <param name="Total">As shown, with two decimals.</param>
/// <param name="Variance">The sampling variance in square points, see <see cref="Analysis.Sampled"/>; null when it is not known.</param>
public readonly record struct OpenTotal(decimal Total, decimal? Variance);

/// <summary>The best and the worst rank that a total may have.</summary>
public readonly record struct RankRange(int From, int To);

/// <summary>The ranks that the totals of a group may have.</summary>
/// <remarks>
/// A rank of a survey is a rank of the people who were asked. Each total is drawn <see cref="Draws"/> times from a normal distribution with its
/// sampling variance, and from the half hundredth to both sides that rounds to it; the range leaves out the best and the worst 2.5 % of the
/// ranks drawn. The variances are upper bounds, so ranges are rather too wide. A total whose variance is not known is drawn from its rounding alone.
/// Where no variance is known, the range is exact: equal totals may have each other's ranks.
/// </remarks>
public static class RankRanges
{
    /// <summary>The number of draws.</summary>
    public const int Draws = 400;

    // 2.5 % of the draws.
    private const int LeftOut = Draws / 40;
    private const double HalfHundredth = 0.005;

    /// <summary>The range of each total, in the order given. It always contains the rank by the shown totals.</summary>
    /// <param name="chance">Numbers from 0 to below 1.</param>
    public static ImmutableArray<RankRange> Of(IReadOnlyList<OpenTotal> totals, Func<double> chance)
    {
        var shown = Shown(totals);
        return totals.Any(total => total.Variance > 0) ? [.. Drawn(totals, chance).Zip(shown, Containing)] : shown;
    }

    private static ImmutableArray<RankRange> Shown(IReadOnlyList<OpenTotal> totals)
    {
        var standings = new Standings();
        foreach (var total in totals)
        {
            standings.Add(total.Total);
        }

        return [.. totals.Select(total => standings.RankOf(total.Total)).Zip(
            totals.Select(total => standings.SharingWith(total.Total)), (rank, sharing) => new RankRange(rank, rank + sharing - 1))];
    }

    // The shown rank of a tie is its first.
    private static RankRange Containing(RankRange drawn, RankRange shown) =>
        new(Math.Min(drawn.From, shown.From), Math.Max(drawn.To, shown.From));

    private static IEnumerable<RankRange> Drawn(IReadOnlyList<OpenTotal> totals, Func<double> chance)
    {
        var ranks = totals.Select(_ => new int[Draws]).ToList();
        var places = new int[totals.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            var lowestFirst = totals.Select(total => Draw(total, chance)).ToArray();
            for (var place = 0; place < places.Length; place++)
            {
                places[place] = place;
            }

            Array.Sort(lowestFirst, places);
            for (var place = 0; place < places.Length; place++)
            {
                ranks[places[place]][draw] = places.Length - place;
            }
        }

        return ranks.Select(drawn =>
        {
            Array.Sort(drawn);
            return new RankRange(drawn[LeftOut], drawn[Draws - 1 - LeftOut]);
        });
    }

    private static double Draw(OpenTotal total, Func<double> chance)
    {
        var rounded = (double)total.Total + ((2 * chance()) - 1) * HalfHundredth;
        return total.Variance is { } variance and > 0 ? rounded + Math.Sqrt((double)variance) * Normal(chance) : rounded;
    }

    // Box and Muller's transformation; 1 - chance is above 0.
    private static double Normal(Func<double> chance) => Math.Sqrt(-2 * Math.Log(1 - chance())) * Math.Cos(2 * Math.PI * chance());
}
