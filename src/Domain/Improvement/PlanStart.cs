namespace Ita.Domain.Improvement;

/// <summary>The starting point of a plan: the units of the total and the total itself, exact.</summary>
/// <param name="Units">Instruments or parts, in the framework's order.</param>
/// <param name="TotalShown">The two-decimal total.</param>
/// <param name="TotalKnown">The total if it was published or stated; null when it follows from the units.</param>
public sealed record PlanStart(Framework Framework, ImmutableArray<PlanUnit> Units, decimal TotalShown, decimal? TotalKnown)
{
    /// <summary>Least common multiple of the units' scales.</summary>
    public long Scale { get; } = Units.Aggregate(1L, (scale, unit) => PlanUnit.LeastCommonMultiple(scale, unit.Scale));

    /// <summary>Scaled progress per point of the total.</summary>
    public decimal TotalScale => Scale * Units.Sum(unit => unit.Weight);

    /// <summary>The total times <see cref="TotalScale"/>, computed without division.</summary>
    public decimal ScaledTotal => TotalKnown is { } known ? known * TotalScale : Units.Sum(unit => unit.ScaledScore * Worth(unit));

    /// <summary>Scaled progress of the total per scaled progress of a unit.</summary>
    public decimal Worth(PlanUnit unit) => unit.Weight * (Scale / unit.Scale);

    /// <summary>
    /// The starting point; null when there is no total, or when a unit has no score and no rule defines with which score it counts.
    /// </summary>
    public static PlanStart? Create(AgencyResult result, Framework framework)
    {
        var total = result.Total;
        var weighed = result.Instruments.SelectMany(TotalScore.Weighed);
        return total.Shown is not { } shown || weighed.Any(unit => unit.Score is null && !Withheld.ByRule(unit))
            ? null
            : new(framework, PlanUnit.List(result, framework), shown, total.Status switch
            {
                ScoreStatus.Published => shown,
                ScoreStatus.Given => total.Score,
                _ => null,
            });
    }

    /// <summary>Points that the total gains when a lever is raised by some points.</summary>
    public decimal TotalGain(Lever lever, decimal points)
    {
        var unit = Units.First(one => one.Levers.Contains(lever));
        return points * unit.Step(lever) * Worth(unit) / TotalScale;
    }

    /// <summary>The scores and the rating after raising some levers.</summary>
    public Outlook After(IEnumerable<(Lever Lever, decimal Points)> raises)
    {
        var points = raises.ToDictionary(raise => raise.Lever, raise => raise.Points);
        var progress = Units.Select(unit => unit.Levers.Sum(lever => points.GetValueOrDefault(lever) * unit.Step(lever))).ToList();
        var units = Units.Zip(progress, (unit, made) => new UnitScore(unit.Code, ShownAfter(unit, made))).ToImmutableArray();
        var gain = Units.Zip(progress, (unit, made) => made * Worth(unit)).Sum();
        var total = gain == 0 ? TotalShown : Rounding.ToShown((ScaledTotal + gain) / TotalScale);
        return new(total, units, Band(total, units));
    }

    private static decimal? ShownAfter(PlanUnit unit, decimal made) =>
        made == 0 ? unit.Shown : Rounding.ToShown((unit.ScaledBase + made) / unit.Scale);

    // The last band has no condition, so one always matches.
    internal string Band(decimal total, ImmutableArray<UnitScore> units) => Framework.Rating.Bands
        .First(band => total >= band.TotalAtLeast.Value && Units.Zip(units).All(pair => Holds(band, pair.First, pair.Second.Shown)))
        .Name;

    private static bool Holds(RatingBand band, PlanUnit unit, decimal? shown) =>
        band.EveryInstrumentAtLeast is not { } needed || shown >= unit.ScoreFor(needed.Value);
}

/// <summary>The expected scores and rating.</summary>
/// <param name="Total">0 to 100, two decimals.</param>
/// <param name="Band">The rating's name: the best that is certain.</param>
public sealed record Outlook(decimal Total, ImmutableArray<UnitScore> Units, string Band);

/// <param name="Code">Instrument or part.</param>
/// <param name="Shown">At two decimals; null when it is not processed.</param>
public sealed record UnitScore(string Code, decimal? Shown);
