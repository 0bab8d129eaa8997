using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>How close the rating is to changing, and whether chance could have changed it.</summary>
/// <param name="Boundaries">Every threshold for the total or a unit, best rating first.</param>
/// <param name="Total">The 95 % interval of the total; null when a number of respondents is not known.</param>
/// <param name="CouldBe">The ratings possible within the intervals, best first; only the present rating when the intervals are not known.</param>
/// <param name="Why">How the intervals were computed, or why there are none.</param>
/// <remarks>
/// The best rating uses the upper end of every interval and the worst one the lower end. It is unlikely that all scores differ in the same
/// direction, so the range of ratings may be too wide but not too narrow.
/// </remarks>
public sealed record Stability(
    ImmutableArray<Boundary> Boundaries, Interval? Total, ImmutableArray<UnitInterval> Units, ImmutableArray<string> CouldBe, Reason Why)
{
    /// <summary>Null when there is no total to rate.</summary>
    public static Stability? Compute(AgencyResult result, Framework framework)
    {
        if (PlanStart.Create(result, framework) is not { } start)
        {
            return null;
        }

        var sampled = new SampledResult(result, framework);
        var units = start.Units.Select(unit => new UnitInterval(unit.Code, IntervalOf(sampled, unit.Code))).ToImmutableArray();
        var total = sampled.Total?.Interval;
        var known = total is not null;
        return new(
            Boundary.Find(start, result),
            total,
            units,
            known ? Between(start, total!.Value, units) : [result.Rating.BandName ?? start.After([]).Band],
            Reason.Of(known ? "stability-interval" : "change-respondents-unknown"));
    }

    private static Interval? IntervalOf(SampledResult sampled, string code)
    {
        var node = sampled.Result.Instruments.SelectMany(TotalScore.Weighed).First(unit => unit.Key.Code == code);
        return sampled.Find(node)?.Interval;
    }

    private static ImmutableArray<string> Between(PlanStart start, Interval total, ImmutableArray<UnitInterval> units)
    {
        var best = Band(start, total.High, units.Select(unit => unit.Interval?.High));
        var worst = Band(start, total.Low, units.Select(unit => unit.Interval?.Low));
        var names = start.Framework.Rating.Bands.Select(band => band.Name).ToList();
        return [.. names.Skip(names.IndexOf(best)).Take(names.IndexOf(worst) - names.IndexOf(best) + 1)];
    }

    private static string Band(PlanStart start, decimal total, IEnumerable<decimal?> scores) => start.Band(
        Rounding.ToShown(total),
        [.. start.Units.Zip(scores, (unit, score) => new UnitScore(unit.Code, score is { } known ? Rounding.ToShown(known) : null))]);
}

/// <param name="Interval">Null when the unit is not processed or its respondents are not known.</param>
public sealed record UnitInterval(string Code, Interval? Interval);

/// <summary>A threshold of a rating and the distance of a score from it.</summary>
/// <param name="Band">The rating that requires it.</param>
/// <param name="Code">TOTAL, or the code of an instrument or part.</param>
/// <param name="Line">In points.</param>
/// <param name="Distance">Shown score minus the threshold: negative when points are missing; null when not processed.</param>
public sealed record Boundary(string Band, string Code, decimal Line, decimal? Distance)
{
    /// <summary>
    /// The score that the rating requires. Lower than <see cref="Line"/> for two parts of which only the mean is known: the rating
    /// requires it of each part.
    /// </summary>
    public decimal Criterion { get; init; } = Line;

    /// <summary>The range of each part, at two decimals, when only the mean of two parts is known; otherwise null.</summary>
    public Interval? OfEachPart { get; init; }

    private static Interval? EachPart(AgencyResult result, string instrument)
    {
        var parts = result.Instruments.First(node => node.Key.Code == instrument).Parts.Select(part => part.Bounds).ToList();
        return parts.Count == 0 ? null : new(Rounding.ToShown(parts.Min(range => range.Low)), Rounding.ToShown(parts.Max(range => range.High)));
    }

    internal static ImmutableArray<Boundary> Find(PlanStart start, AgencyResult result) =>
        [.. start.Framework.Rating.Bands.Where(band => band.TotalAtLeast.Value > 0).SelectMany(band => Find(start, band, result))];

    private static IEnumerable<Boundary> Find(PlanStart start, RatingBand band, AgencyResult result) =>
    [
        new(band.Name, ScoreKey.TotalCode, band.TotalAtLeast.Value, start.TotalShown - band.TotalAtLeast.Value),
        .. band.EveryInstrumentAtLeast is { } needed
            ? start.Units.Select(unit =>
                new Boundary(band.Name, unit.Code, unit.ScoreFor(needed.Value), unit.Shown - unit.ScoreFor(needed.Value))
                {
                    Criterion = needed.Value,
                    OfEachPart = unit is { TwoPartsInOne: true, Shown: not null } ? EachPart(result, unit.Code) : null,
                })
            : [],
    ];
}
