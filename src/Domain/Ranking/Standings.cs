namespace Ita.Domain.Ranking;

/// <summary>
/// Counts the shown totals of a group, so that the place of any total in it can be told: ten thousand counters, however many agencies
/// there are.
/// </summary>
/// <remarks>Rank: 1 and the number of higher totals. Percentile: percent of the group's totals that are lower, counting half of the equal
/// ones.</remarks>
public sealed class Standings
{
    /// <summary>
    /// A percentile among fewer than so many totals says more about chance, and about single agencies, than about the one asked for.
    /// </summary>
    public const int FewestPeers = 10;

    private const int Hundredths = 100;
    private const int Highest = 100 * Hundredths;

    private readonly int[] counts = new int[Highest + 1];

    /// <summary>All that were counted, with and without a total.</summary>
    public int Agencies { get; private set; }

    /// <summary>Those with a total.</summary>
    public int Scored { get; private set; }

    /// <param name="total">As shown, two decimals; null when there is none.</param>
    public void Add(decimal? total)
    {
        Agencies++;
        if (total is { } known)
        {
            Scored++;
            counts[PlaceOf(known)]++;
        }
    }

    /// <summary>1 is best; equal totals share a rank, and the ranks they take up are left out.</summary>
    public int RankOf(decimal total) => 1 + Sum(PlaceOf(total) + 1, Highest);

    /// <summary>How many have this total.</summary>
    public int SharingWith(decimal total) => counts[PlaceOf(total)];

    /// <summary>0 to 100, unrounded; null in a group of fewer than <see cref="FewestPeers"/> totals.</summary>
    public decimal? PercentileOf(decimal total) => Scored < FewestPeers
        ? null
        : 100m * (2 * Sum(0, PlaceOf(total) - 1) + SharingWith(total)) / (2 * Scored);

    /// <summary>The lowest and the highest total of so many places, best first; null when there are none.</summary>
    /// <param name="skip">Places left out before.</param>
    public (decimal Lowest, decimal Highest)? Between(int skip, int count)
    {
        if (skip >= Scored || count < 1)
        {
            return null;
        }

        return (At(Math.Min(skip + count, Scored) - 1), At(skip));
    }

    // The total at a place counted from 0, best first.
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
            : throw new ArgumentOutOfRangeException(nameof(total), total, "A shown total lies between 0 and 100 and has two decimals.");
    }
}
