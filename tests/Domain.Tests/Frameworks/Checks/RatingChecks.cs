using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Every total from 0 to 100 has exactly one rating, and every rating can be reached.</summary>
/// <remarks>
/// A result has the first band whose conditions it meets. Bands have only a lower end, so there is no gap between them (as between "to
/// 84.99" and "from 85.00") if the last band starts at 0. Bands with strictly falling totals cannot hide each other; two with the same
/// total can both be reached only when the earlier one requires more of the instruments.
/// </remarks>
internal static class RatingChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. Hidden(framework.Rating),
        .. OpenEnd(framework.Rating),
        .. NotShownNumbers(framework.Rating),
        .. WrongPasses(framework.Rating),
    ];

    private static IEnumerable<string> Hidden(RatingScheme rating) =>
        from pair in rating.Bands.Zip(rating.Bands.Skip(1), (better, worse) => (better, worse))
        where !CanBothBeReached(pair.better, pair.worse)
        select $"Rating {pair.worse.Name} can never be reached below {pair.better.Name}.";

    private static bool CanBothBeReached(RatingBand better, RatingBand worse) =>
        worse.TotalAtLeast.Value < better.TotalAtLeast.Value
        || (worse.TotalAtLeast.Value == better.TotalAtLeast.Value && AsksLess(worse, better));

    private static bool AsksLess(RatingBand worse, RatingBand better) => better.EveryInstrumentAtLeast is { } asked
        && (worse.EveryInstrumentAtLeast is null || worse.EveryInstrumentAtLeast.Value < asked.Value);

    private static IEnumerable<string> OpenEnd(RatingScheme rating) =>
        rating.Bands is [.., { TotalAtLeast.Value: 0, EveryInstrumentAtLeast: null }]
            ? []
            : ["The last rating does not take every total from 0 up."];

    // Thresholds are compared with shown scores, which have two decimals, so more decimals would have no effect.
    private static IEnumerable<string> NotShownNumbers(RatingScheme rating) =>
        from number in Thresholds(rating)
        where number is < 0 or > 100 || Rounding.ToShown(number) != number
        select $"The threshold {number} is not a score of two decimals from 0 to 100.";

    private static IEnumerable<decimal> Thresholds(RatingScheme rating) =>
    [
        rating.Target.Value,
        .. rating.Bands.Select(band => band.TotalAtLeast.Value),
        .. rating.Bands.Select(band => band.EveryInstrumentAtLeast?.Value).OfType<decimal>(),
    ];

    private static IEnumerable<string> WrongPasses(RatingScheme rating) =>
        from band in rating.Bands
        where band.Passes != band.TotalAtLeast.Value >= rating.Target.Value
        select $"Rating {band.Name} says {(band.Passes ? "it passes" : "it fails")}, against the target {rating.Target.Value}.";
}
