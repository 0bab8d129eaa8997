namespace Ita.Domain.Improvement;

/// <summary>A term of the total: an instrument, or one of its parts, with its score and levers.</summary>
/// <param name="Code">Code of the instrument, or of the part when both parts are known.</param>
/// <param name="Weight">Share of the total in percent.</param>
/// <param name="Shown">Its two-decimal score; null when a rule withholds it.</param>
/// <param name="Published">The published figure if it agrees; distances are measured from it, because it was computed from unrounded
/// values. Null otherwise.</param>
/// <param name="Levers">Empty when the unit is not processed, because no item can raise it.</param>
/// <param name="TwoPartsInOne">
/// Whether it is two parts of which only the mean m is known. Each part is then at least 2m - 100, so a condition on both is certainly met
/// only from (100 + condition) / 2 on.
/// </param>
public sealed record PlanUnit(
    string Code, string Instrument, decimal Weight, decimal? Shown, decimal? Published, ImmutableArray<Lever> Levers, bool TwoPartsInOne)
{
    /// <summary>Least common multiple of the levers' divisors: scaled by it, the gain per point of every lever is a whole number.</summary>
    public long Scale { get; } = Levers.Aggregate(1L, (scale, lever) => LeastCommonMultiple(scale, lever.Divisor));

    /// <summary>Scaled gain of the unit for one point of a lever; a whole number.</summary>
    public long Step(Lever lever) => Scale / lever.Divisor;

    /// <summary>The unit's score times <see cref="Scale"/>, computed from its levers without division.</summary>
    public decimal ScaledScore => Levers.Sum(lever => lever.Score * Step(lever));

    /// <summary>The current score times <see cref="Scale"/>: the published figure if there is one.</summary>
    public decimal ScaledBase => Published is { } published ? published * Scale : ScaledScore;

    /// <summary>The lowest score with which the unit and each of its parts certainly meet a condition.</summary>
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
