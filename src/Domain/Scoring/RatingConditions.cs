namespace Ita.Domain.Scoring;

/// <summary>Whether the total, every instrument, and all of them together meet the conditions of a rating.</summary>
internal static class RatingConditions
{
    // A score from half a hundredth below a line is shown on the line.
    private const decimal HalfShown = 0.005m;

    public static Holds Hold(RatingBand band, Rated total, ImmutableArray<Rated> rated)
    {
        var reached = total.AtLeast(band.TotalAtLeast.Value);
        if (band.EveryInstrumentAtLeast is not { Value: var needed })
        {
            return reached;
        }

        var each = rated.Select(one => one.AtLeast(needed)).Min();
        return each == Holds.Maybe && !IsReachedByAll(needed, total, rated) ? Holds.No : (Holds)Math.Min((int)reached, (int)each);
    }

    // Each of two unknown instruments may reach the line alone and not both: the total would be higher than it is.
    private static bool IsReachedByAll(decimal needed, Rated total, ImmutableArray<Rated> rated)
    {
        if (rated.Any(one => one.Weight is null) || !Total(rated, one => one.Bounds).Overlaps(total.Bounds))
        {
            return true;
        }

        return Total(rated, one => new Interval(Math.Max(one.Bounds.Low, needed - HalfShown), 100)).Overlaps(total.Bounds);
    }

    private static Interval Total(ImmutableArray<Rated> rated, Func<Rated, Interval> boundsOf) =>
        rated.Aggregate(Interval.Exactly(0), (sum, one) => sum + (boundsOf(one) * one.Weight!.Value)) / rated.Sum(one => one.Weight!.Value);
}
