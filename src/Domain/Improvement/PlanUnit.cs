namespace Ita.Domain.Improvement;

/// <summary>An instrument, or a part of one, as it enters the total: what can be moved in it and how it stands.</summary>
/// <param name="Code">For example the instrument's code, or the part's where both parts are known.</param>
/// <param name="Weight">Share of the total in percent.</param>
/// <param name="Shown">Its two-decimal score; null when a rule withholds it.</param>
/// <param name="Published">The published figure where it agrees: it was made from unrounded values, so distances start there.</param>
/// <param name="Levers">Empty when the unit is not processed: no item can move it.</param>
/// <param name="TwoPartsInOne">
/// Two parts known only together. With their mean m each part is at least 2m - 100, so a condition on both is sure from
/// (100 + condition) / 2 on and not before.
/// </param>
public sealed record PlanUnit(
    string Code, string Instrument, decimal Weight, decimal? Shown, decimal? Published, ImmutableArray<Lever> Levers, bool TwoPartsInOne)
{
    /// <summary>Least common multiple of the levers' divisors: in units of 1/Scale every gain is a whole multiple of a point.</summary>
    public long Scale { get; } = Levers.Aggregate(1L, (scale, lever) => LeastCommonMultiple(scale, lever.Divisor));

    /// <summary>Scaled gain of the unit for one point of a lever; a whole number.</summary>
    public long Step(Lever lever) => Scale / lever.Divisor;

    /// <summary>The unit's score times <see cref="Scale"/>, from its levers without any division.</summary>
    public decimal ScaledScore => Levers.Sum(lever => lever.Score * Step(lever));

    /// <summary>Where the unit stands, times <see cref="Scale"/>: the published figure where there is one.</summary>
    public decimal ScaledBase => Published is { } published ? published * Scale : ScaledScore;

    /// <summary>The least score of this unit with which the condition holds for it and each part in it.</summary>
    public decimal ScoreFor(decimal condition) => TwoPartsInOne ? (100 + condition) / 2 : condition;

    /// <summary>The units of a result in the framework's order.</summary>
    public static ImmutableArray<PlanUnit> List(AgencyResult result, Framework framework) =>
        [.. framework.Instruments.SelectMany(
            instrument => List(framework, instrument, result.Instruments.First(node => node.Key.Code == instrument.Code)))];

    private static IEnumerable<PlanUnit> List(Framework framework, Instrument instrument, ScoreNode node) =>
        TotalScore.Weighed(node).Select(unit => new PlanUnit(
            unit.Key.Code,
            instrument.Code,
            unit.Weight!.Value,
            unit.Shown,
            unit.Status == ScoreStatus.Published ? unit.Shown : null,
            unit.Score is null ? [] : Improvement.Levers.List(framework, instrument, unit),
            unit.Level == Level.Instrument && !instrument.Parts.IsEmpty));

    public static long LeastCommonMultiple(long left, long right) => left / GreatestCommonDivisor(left, right) * right;

    private static long GreatestCommonDivisor(long left, long right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);
}
