namespace Ita.Domain.Scoring;

/// <summary>
/// Determines the rating of a total and its instruments: the best band whose conditions are met. Scores are compared at two decimals, so no
/// result falls between 84.99 and 85.00.
/// </summary>
public static class RatingRule
{
    /// <param name="total">The total as shown; null when there is none.</param>
    /// <param name="instruments">The instruments with their parts.</param>
    public static RatingOutcome Rate(RatingScheme scheme, decimal? total, ImmutableArray<ScoreNode> instruments)
    {
        if (total is not { } shown)
        {
            return new RatingOutcome.NotRated(Reason.Of("no-total"));
        }

        var rated = Rated.Of(instruments);
        var reached = scheme.Bands.Where(band => shown >= band.TotalAtLeast.Value).ToList();
        var holding = reached.Select(band => (Band: band, Holds: Conditions(band, rated))).ToList();
        var decided = holding.FindIndex(candidate => candidate.Holds == Holds.Yes);
        var open = holding.Take(decided).Where(candidate => candidate.Holds == Holds.Maybe).Select(candidate => candidate.Band).ToList();
        return open.Count > 0
            ? Undecided([.. open.Append(holding[decided].Band)], rated)
            : Decided(scheme, holding[decided].Band, shown, rated);
    }

    private static Holds Conditions(RatingBand band, ImmutableArray<Rated> rated) =>
        band.EveryInstrumentAtLeast is { } needed ? rated.Select(one => one.AtLeast(needed.Value)).Min() : Holds.Yes;

    private static RatingOutcome.Undecided Undecided(ImmutableArray<RatingBand> candidates, ImmutableArray<Rated> rated)
    {
        var unknown = rated.Where(one => one.Shown is null).Select(RangeOf);
        return new(
            [.. candidates.Select(band => band.Name)],
            Reason.Of(
                "rating-cannot-be-told",
                ("ranges", string.Join(", ", unknown)),
                ("bands", string.Join(" / ", candidates.Select(band => band.Name)))));
    }

    private static string RangeOf(Rated one) => $"{one.Code} {Combination.Number(Math.Max(0, one.Low))}-{Combination.Number(one.High)}";

    private static RatingOutcome.Decided Decided(RatingScheme scheme, RatingBand band, decimal total, ImmutableArray<Rated> rated)
    {
        var place = scheme.Bands.IndexOf(band);
        var next = place == 0 ? null : RatingReasons.NextOf(scheme.Bands[place - 1], total, rated);
        return new(band.Name, band.Passes, RatingReasons.Why(band, total, next), next);
    }
}
