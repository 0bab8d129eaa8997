namespace Ita.Domain.Frameworks.Checks;

/// <summary>Every total from 0 to 100 has exactly one rating, and every rating can be reached.</summary>
/// <remarks>
/// A result has the first band whose conditions it meets. Bands have only a lower end, so there is no gap between them (as between "to
/// 84.99" and "from 85.00") if the last band starts at 0. Bands with strictly falling totals cannot hide each other; two with the same
/// total can both be reached only when the earlier one requires more of the instruments.
/// </remarks>
internal static class RatingChecks
{
    private const string Bands = "$.rating.bands";

    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. Hidden(framework.Rating),
        .. OpenEnd(framework.Rating),
        .. NotShownNumbers(framework.Rating),
        .. WrongPasses(framework.Rating),
    ];

    private static IEnumerable<FrameworkFault> Hidden(RatingScheme rating) =>
        from pair in rating.Bands.Zip(rating.Bands.At(Bands).Skip(1), (better, worse) => (better, worse))
        where !CanBothBeReached(pair.better, pair.worse.Value)
        select FrameworkFault.Of("rating-hidden", pair.worse.Path, ("name", pair.worse.Value.Name), ("better", pair.better.Name));

    private static bool CanBothBeReached(RatingBand better, RatingBand worse) =>
        worse.TotalAtLeast.Value < better.TotalAtLeast.Value
        || (worse.TotalAtLeast.Value == better.TotalAtLeast.Value && AsksLess(worse, better));

    private static bool AsksLess(RatingBand worse, RatingBand better) => better.EveryInstrumentAtLeast is { } asked
        && (worse.EveryInstrumentAtLeast is null || worse.EveryInstrumentAtLeast.Value < asked.Value);

    private static IEnumerable<FrameworkFault> OpenEnd(RatingScheme rating) =>
        rating.Bands is [.., { TotalAtLeast.Value: 0, EveryInstrumentAtLeast: null }] ? [] : [FrameworkFault.Of("rating-open", Bands)];

    // Thresholds are compared with shown scores, which have two decimals, so more decimals would have no effect.
    private static IEnumerable<FrameworkFault> NotShownNumbers(RatingScheme rating) =>
        from one in Thresholds(rating)
        where one.Number is < 0 or > 100 || Rounding.ToShown(one.Number) != one.Number
        select FrameworkFault.Of("threshold", one.Path, ("amount", one.Number));

    private static IEnumerable<(decimal Number, string Path)> Thresholds(RatingScheme rating) =>
    [
        (rating.Target.Value, "$.rating.target.value"),
        .. rating.Bands.At(Bands).Select(band => (band.Value.TotalAtLeast.Value, band.Path + ".totalAtLeast.value")),
        .. rating.Bands.At(Bands).Where(band => band.Value.EveryInstrumentAtLeast is not null)
            .Select(band => (band.Value.EveryInstrumentAtLeast!.Value, band.Path + ".everyInstrumentAtLeast.value")),
    ];

    private static IEnumerable<FrameworkFault> WrongPasses(RatingScheme rating) =>
        from one in rating.Bands.At(Bands)
        where one.Value.Passes != one.Value.TotalAtLeast.Value >= rating.Target.Value
        select FrameworkFault.Of(
            "rating-passes",
            one.Path + ".passes",
            ("name", one.Value.Name),
            ("says", one.Value.Passes ? "it passes" : "it fails"),
            ("saysTh", one.Value.Passes ? "ผ่าน" : "ไม่ผ่าน"),
            ("target", rating.Target.Value));
}
