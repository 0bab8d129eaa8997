namespace Ita.Domain.Improvement;

/// <summary>
/// Turns the set with the fewest points into one that an agency can aim at. The rating that it reaches is the same or better; its cost may
/// be higher.
/// </summary>
/// <remarks>
/// The fewest points are found by raising single survey items to 100, which no survey reaches; the same gain is spread over all scores of
/// the survey below one level. A score whose best tenth is known is not raised above it, as long as the others can give the gain. A checklist
/// is fulfilled item by item, so a checklist of which only indicators are known is raised to the next score that its items can give.
/// </remarks>
public static class RealisticRaises
{
    /// <param name="result">The result that the plan was made for.</param>
    /// <param name="bestTenths">What the best tenth of comparable agencies reach, for the scores of which it is known; null when none
    /// is.</param>
    /// <returns>The raises of checklists first, because one document fulfils an item; then those of surveys. Otherwise in the framework's
    /// order.</returns>
    public static RaiseSet Find(
        AgencyResult result, Framework framework, RaiseSet fewest, IReadOnlyDictionary<ScoreKey, decimal>? bestTenths = null)
    {
        if (PlanStart.Create(result, framework) is not { } start)
        {
            return fewest;
        }

        var known = bestTenths ?? None;
        var points = start.Units.SelectMany(unit => PointsOf(unit, framework, fewest, known)).Where(raise => raise.Points > 0)
            .OrderByDescending(raise => raise.Lever.IsChecklist).ToList();
        return fewest with
        {
            Raises = [.. points.Select(raise => Planner.RaiseOf(start, Efforts.Default, raise.Lever, raise.Points) with
            {
                BestTenth = known.TryGetValue(raise.Lever.Key, out var reached) ? reached : null,
            })],
            Cost = points.Sum(raise => raise.Points * raise.Lever.Items),
            After = start.After(points),
        };
    }

    private static readonly ImmutableDictionary<ScoreKey, decimal> None = ImmutableDictionary<ScoreKey, decimal>.Empty;

    private static IEnumerable<(Lever Lever, decimal Points)> PointsOf(
        PlanUnit unit, Framework framework, RaiseSet fewest, IReadOnlyDictionary<ScoreKey, decimal> bestTenths)
    {
        var raised = unit.Levers
            .Select(lever => (Lever: lever, Raise: fewest.Raises.FirstOrDefault(raise => raise.Key == lever.Key)))
            .Select(pair => (pair.Lever, Points: pair.Raise is { } raise ? PointsOf(pair.Lever, raise) : 0))
            .ToList();
        if (raised.All(pair => pair.Points == 0))
        {
            return [];
        }

        return unit.Levers.Any(lever => lever.IsChecklist)
            ? raised.Select(pair => (pair.Lever, pair.Points == 0 ? 0 : ChecklistPoints.Next(framework, pair.Lever, pair.Points)))
            : IsReachable(raised, fewest, bestTenths) ? raised : Spread(unit, raised.Sum(pair => pair.Points * unit.Step(pair.Lever)), bestTenths);
    }

    // The points of a raise are rounded up, and so is its new score: the new score is at most 100, and adding the points could exceed it.
    private static decimal PointsOf(Lever lever, Raise raise) => Math.Min(raise.To - lever.Score, raise.Points);

    private static bool IsReachable(
        List<(Lever Lever, decimal Points)> raised, RaiseSet fewest, IReadOnlyDictionary<ScoreKey, decimal> bestTenths)
    {
        var best = raised.Max(pair => pair.Lever.Score);
        return raised.Where(pair => pair.Points > 0).All(pair => bestTenths.TryGetValue(pair.Lever.Key, out var reached)
            ? fewest.Raises.First(raise => raise.Key == pair.Lever.Key).To <= reached
            : pair.Lever.Score + pair.Points <= best && pair.Lever.Score + pair.Points < 100);
    }

    /// <summary>Raises every score below one level to it, or to its best tenth if that is lower, so that the unit gains as much. Where the best
    /// tenths do not give the gain, the scores are raised above them.</summary>
    private static IEnumerable<(Lever Lever, decimal Points)> Spread(
        PlanUnit unit, decimal scaledGain, IReadOnlyDictionary<ScoreKey, decimal> bestTenths)
    {
        var limits = unit.Levers.ToDictionary(
            lever => lever, lever => bestTenths.TryGetValue(lever.Key, out var reached) ? Math.Max(lever.Score, reached) : 100);
        if (unit.Levers.Sum(lever => (limits[lever] - lever.Score) * unit.Step(lever)) < scaledGain)
        {
            limits = unit.Levers.ToDictionary(lever => lever, _ => 100m);
        }

        var shown = Math.Min(100, Rounding.UpToShown(LevelFor(unit, scaledGain, limits)));
        return unit.Levers.Select(lever => (lever, Math.Max(0, Math.Min(shown, limits[lever]) - lever.Score)));
    }

    // Between two neighbouring scores or limits, the same scores rise with the level.
    private static decimal LevelFor(PlanUnit unit, decimal scaledGain, Dictionary<Lever, decimal> limits)
    {
        var marks = unit.Levers.Select(lever => lever.Score).Concat(limits.Values).Append(100).Distinct().Order().ToList();
        var gained = 0m;
        foreach (var (from, to) in marks.Zip(marks.Skip(1)))
        {
            var steps = unit.Levers.Where(lever => lever.Score <= from && limits[lever] >= to).Sum(unit.Step);
            if (gained + steps * (to - from) >= scaledGain)
            {
                return (from * steps + scaledGain - gained) / steps;
            }

            gained += steps * (to - from);
        }

        return 100;
    }
}
