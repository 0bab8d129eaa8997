namespace Ita.Domain.Scoring;

/// <summary>
/// Determines the rating of a total and its instruments: the best band whose conditions are met. Scores are compared at two decimals, so no
/// result falls between 84.99 and 85.00. Of scores known only as ranges, the rating is decided when the whole ranges meet the conditions.
/// </summary>
public static class RatingRule
{
    /// <param name="total">The total as shown; null when there is none.</param>
    /// <param name="instruments">The instruments with their parts.</param>
    public static RatingOutcome Rate(RatingScheme scheme, decimal? total, ImmutableArray<ScoreNode> instruments) => total is { } shown
        ? Rate(scheme, new Rated(ScoreKey.TotalCode, shown, shown, shown, null, Interval.OfPrinted(shown)), Rated.Of(instruments))
        : NotRated;

    /// <param name="total">The total with the instruments below it; a total without a score may have a range.</param>
    public static RatingOutcome Rate(RatingScheme scheme, ScoreNode total) =>
        total.Shown is null && total.Status != ScoreStatus.Bounded ? NotRated : Rate(scheme, Rated.Of(total), Rated.Of(total.Children));

    private static RatingOutcome.NotRated NotRated => new(Reason.Of("no-total"));

    private static RatingOutcome Rate(RatingScheme scheme, Rated total, ImmutableArray<Rated> rated)
    {
        var holding = scheme.Bands.Select(band => (Band: band, Holds: RatingConditions.Hold(band, total, rated)))
            .Where(candidate => candidate.Holds != Holds.No).ToList();
        var decided = holding.FindIndex(candidate => candidate.Holds == Holds.Yes);
        var possible = holding.Take(decided + 1).Select(candidate => candidate.Band).ToImmutableArray();
        return possible switch
        {
            [var only] => Decided(scheme, only, total, rated),
            _ when total.IsRange && possible.Length == scheme.Bands.Length => NotRated,
            _ => Undecided(possible, [total, .. rated]),
        };
    }

    private static RatingOutcome.Undecided Undecided(ImmutableArray<RatingBand> candidates, ImmutableArray<Rated> rated) => new(
        [.. candidates.Select(band => band.Name)],
        Reason.Of(
            "rating-cannot-be-told",
            ("ranges", string.Join(", ", rated.Where(one => one.IsRange).Select(one => $"{one.Code} {one.Text}"))),
            ("bands", string.Join(" / ", candidates.Select(band => band.Name)))));

    private static RatingOutcome.Decided Decided(RatingScheme scheme, RatingBand band, Rated total, ImmutableArray<Rated> rated)
    {
        var place = scheme.Bands.IndexOf(band);
        var next = place == 0 ? null : RatingReasons.NextOf(scheme.Bands[place - 1], total, rated);
        return new(band.Name, band.Passes, RatingReasons.Why(band, total, next), next);
    }
}
