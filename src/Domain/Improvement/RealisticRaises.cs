namespace Ita.Domain.Improvement;

/// <summary>
/// Turns the set with the fewest points into one that an agency can aim at. The rating that it reaches is the same or better; its cost may
/// be higher.
/// </summary>
/// <remarks>
/// The fewest points are found by raising single survey items to 100, which no survey reaches; the same gain is spread over all scores of
/// the survey below one level. A checklist is fulfilled item by item, so a checklist of which only indicators are known is raised to the
/// next score that its items can give.
/// </remarks>
public static class RealisticRaises
{
    /// <param name="result">The result that the plan was made for.</param>
    /// <returns>The raises of checklists first, because one document fulfils an item; then those of surveys. Otherwise in the framework's
    /// order.</returns>
    public static RaiseSet Find(AgencyResult result, Framework framework, RaiseSet fewest)
    {
        if (PlanStart.Create(result, framework) is not { } start)
        {
            return fewest;
        }

        var points = start.Units.SelectMany(unit => PointsOf(unit, framework, fewest)).Where(raise => raise.Points > 0)
            .OrderByDescending(raise => raise.Lever.IsChecklist).ToList();
        return fewest with
        {
            Raises = [.. points.Select(raise => Planner.RaiseOf(start, Efforts.Default, raise.Lever, raise.Points))],
            Cost = points.Sum(raise => raise.Points * raise.Lever.Items),
            After = start.After(points),
        };
    }

    private static IEnumerable<(Lever Lever, decimal Points)> PointsOf(PlanUnit unit, Framework framework, RaiseSet fewest)
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
            : IsReachable(raised) ? raised : Spread(unit, raised.Sum(pair => pair.Points * unit.Step(pair.Lever)));
    }

    // The points of a raise are rounded up, which may be above 100.
    private static decimal PointsOf(Lever lever, Raise raise) => Math.Min(lever.Room, raise.Points);

    private static bool IsReachable(List<(Lever Lever, decimal Points)> raised)
    {
        var best = raised.Max(pair => pair.Lever.Score);
        return raised.Where(pair => pair.Points > 0).All(pair => pair.Lever.Score + pair.Points <= best && pair.Lever.Score + pair.Points < 100);
    }

    /// <summary>Raises every score below one level to it, so that the unit gains as much.</summary>
    private static IEnumerable<(Lever Lever, decimal Points)> Spread(PlanUnit unit, decimal scaledGain)
    {
        var below = unit.Levers.OrderBy(lever => lever.Score).ToList();
        var level = 100m;
        for (var count = 1; count <= below.Count; count++)
        {
            var steps = below.Take(count).Sum(unit.Step);
            level = (scaledGain + below.Take(count).Sum(lever => lever.Score * unit.Step(lever))) / steps;
            if (count == below.Count || level <= below[count].Score)
            {
                break;
            }
        }

        var shown = Math.Min(100, Rounding.UpToShown(level));
        return unit.Levers.Select(lever => (lever, Math.Max(0, shown - lever.Score)));
    }
}
