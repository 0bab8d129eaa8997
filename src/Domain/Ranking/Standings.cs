namespace Ita.Domain.Ranking;

/// <summary>
/// Counts the shown totals of a group to compute the rank and percentile of any total in it. It has 10,001 counters, whatever the number of
/// agencies.
/// </summary>
/// <remarks>The rank is 1 plus the number of higher totals. The percentile is the percentage of lower totals plus half of the equal ones.</remarks>
public sealed class Standings
{
    /// <summary>
    /// Smallest group with percentiles. In smaller groups a percentile depends on chance and says too much about single agencies.
    /// </summary>
    public const int FewestPeers = 10;

    private const int Hundredths = 100;
    private const int Highest = 100 * Hundredths;

    private readonly int[] counts = new int[Highest + 1];
    private readonly Dictionary<WithoutTotal, int> unscored = [];

    /// <summary>Number of agencies, with and without a total.</summary>
    public int Agencies { get; private set; }

    /// <summary>Number of agencies with a total.</summary>
    public int Scored { get; private set; }

    /// <param name="total">Shown total, 0 to 100 with at most two decimals; null when there is none.</param>
    /// <param name="without">Why there is no total; of no meaning when there is one.</param>
    public void Add(decimal? total, WithoutTotal without = WithoutTotal.NoData)
    {
        Agencies++;
        if (total is { } known)
        {
            Scored++;
            counts[PlaceOf(known)]++;
        }
        else
        {
            unscored[without] = UnscoredFor(without) + 1;
        }
    }

    /// <summary>Number of agencies without a total for one kind of reason.</summary>
    public int UnscoredFor(WithoutTotal why) => unscored.GetValueOrDefault(why);

    /// <summary>The rank of a total; 1 is the best, equal totals share a rank and the following ranks are skipped.</summary>
    public int RankOf(decimal total) => 1 + Sum(PlaceOf(total) + 1, Highest);

    /// <summary>Number of agencies with this total.</summary>
    public int SharingWith(decimal total) => counts[PlaceOf(total)];

    /// <summary>The percentile of a total, 0 to 100, unrounded; null in a group of fewer than <see cref="FewestPeers"/> totals.</summary>
    public decimal? PercentileOf(decimal total) => Scored < FewestPeers
        ? null
        : 100m * (2 * Sum(0, PlaceOf(total) - 1) + SharingWith(total)) / (2 * Scored);

    /// <summary>The median of the totals, unrounded: of an even number the mean of the two in the middle; null in a group of fewer than
    /// <see cref="FewestPeers"/> totals.</summary>
    public decimal? Median => Scored < FewestPeers ? null : (At((Scored - 1) / 2) + At(Scored / 2)) / 2;

    /// <summary>The lowest and highest total of a page of the ranking, best first; null when the page is empty.</summary>
    /// <param name="skip">Number of places before the page.</param>
    public (decimal Lowest, decimal Highest)? Between(int skip, int count)
    {
        if (skip >= Scored || count < 1)
        {
            return null;
        }

        return (At(Math.Min(skip + count, Scored) - 1), At(skip));
    }

    // The total at a place, counted from 0 for the best.
    private decimal At(int place)
    {
        var hundredths = Highest;
        for (var seen = counts[hundredths]; seen <= place; seen += counts[hundredths])
        {
            hundredths--;
        }

        return hundredths / (decimal)Hundredths;
    }

    private int Sum(int from, int to)
    {
        var sum = 0;
        for (var place = from; place <= to; place++)
        {
            sum += counts[place];
        }

        return sum;
    }

    private static int PlaceOf(decimal total)
    {
        var hundredths = total * Hundredths;
        return hundredths is >= 0 and <= Highest && decimal.IsInteger(hundredths)
            ? (int)hundredths
            : throw new ArgumentOutOfRangeException(nameof(total), total, "A shown total is between 0 and 100 and has two decimals.");
    }
}
