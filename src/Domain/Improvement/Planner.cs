namespace Ita.Domain.Improvement;

/// <summary>Finds the cheapest way to a better rating.</summary>
public static class Planner
{
    /// <param name="target">A rating's name; null for the next better one.</param>
    /// <param name="efforts">Null for <see cref="Efforts.Default"/>.</param>
    /// <exception cref="ArgumentException">The year has no rating of that name.</exception>
    public static PlanOutcome Plan(AgencyResult result, Framework framework, string? target = null, Efforts? efforts = null)
    {
        var bands = framework.Rating.Bands;
        if (target is not null && bands.All(band => band.Name != target))
        {
            throw new ArgumentException($"There is no rating '{target}' in {framework.Year}.", nameof(target));
        }

        if (PlanStart.Create(result, framework) is not { } start)
        {
            return new PlanOutcome.NotPlannable(Reason.Of("plan-needs-scores"));
        }

        var present = PresentBand(result, bands);
        var wanted = target is null ? present - 1 : bands.IndexOf(bands.First(band => band.Name == target));
        return wanted < 0 || wanted >= present
            ? new PlanOutcome.Reached(target)
            : To(bands[wanted], start, efforts ?? Efforts.Default);
    }

    // When the rating is undecided, the worst candidate is the one that is certain.
    private static int PresentBand(AgencyResult result, ImmutableArray<RatingBand> bands)
    {
        var name = result.Rating switch
        {
            RatingOutcome.Decided decided => decided.Band,
            RatingOutcome.Undecided open => open.Candidates[^1],
            _ => bands[^1].Name,
        };
        return bands.IndexOf(bands.First(band => band.Name == name));
    }

    private static PlanOutcome To(RatingBand band, PlanStart start, Efforts efforts)
    {
        var needs = PlanNeeds.Find(band, start);
        var movable = start.Units.SelectMany(unit => unit.Levers)
            .Where(lever => lever.Room > 0 && !efforts.Fixed.Contains(lever.Key.Code))
            .ToImmutableArray();
        var byPoints = Cheapest(band, start, movable, efforts, (lever, points) => points * lever.Items);
        var byEffort = Cheapest(band, start, movable, efforts, efforts.For);
        return byPoints is null || byEffort is null
            ? new PlanOutcome.NotReachable(band.Name, needs, start.After(movable.Select(lever => (lever, lever.Room))))
            : new PlanOutcome.Found(band.Name, needs, byPoints, byEffort);
    }

    private static RaiseSet? Cheapest(
        RatingBand band, PlanStart start, ImmutableArray<Lever> movable, Efforts efforts, Func<Lever, decimal, decimal> cost) =>
        PlanProblems.Create(band, start, movable, cost) is { } problem && CheapestSet.Find(problem) is { } solution
            ? Shown(start, efforts, solution)
            : null;

    private static RaiseSet Shown(PlanStart start, Efforts efforts, PlanSolution solution)
    {
        var order = start.Units.SelectMany(unit => unit.Levers).ToList();
        var raises = solution.Raises.OrderBy(raise => order.IndexOf(raise.Lever.Lever)).ToList();
        return new(
            [.. raises.Select(raise => RaiseOf(start, efforts, raise.Lever.Lever, raise.Points))],
            solution.Cost,
            start.After(raises.Select(raise => (raise.Lever.Lever, raise.Points))));
    }

    /// <summary>A raise as it is shown, with what it adds to the total.</summary>
    internal static Raise RaiseOf(PlanStart start, Efforts efforts, Lever lever, decimal points) => new(
        lever.Key,
        lever.Name,
        lever.Instrument,
        lever.Score,
        Math.Min(100, Rounding.UpToShown(lever.Score + points)),
        Rounding.UpToShown(points),
        start.TotalGain(lever, points),
        efforts.For(lever, points));
}
