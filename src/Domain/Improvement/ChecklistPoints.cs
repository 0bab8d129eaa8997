namespace Ita.Domain.Improvement;

/// <summary>The scores that a checklist can give, from the points of its items.</summary>
internal static class ChecklistPoints
{
    /// <summary>The points to the next possible score from which the lever has gained at least <paramref name="points"/>.</summary>
    public static decimal Next(Framework framework, Lever lever, decimal points)
    {
        // How the items form indicators is not known, so neither are the scores an indicator can have.
        if (framework.Unconfirmed?.ListOnly.Contains(lever.Instrument) == true && !lever.AllOrNothing)
        {
            return Math.Clamp(points, 0, lever.Room);
        }

        var possible = ScoresOf(framework, lever.Key).Where(score => score + Interval.Epsilon >= lever.Score + points).ToList();
        return possible.Count == 0 ? lever.Room : Math.Clamp(possible.Min() - lever.Score, points, lever.Room);
    }

    private static IEnumerable<decimal> ScoresOf(Framework framework, ScoreKey key)
    {
        var items = framework.Items.Where(item => item.Code == key.Code || item.SubIndicator == key.Code).ToList();
        if (items.Count > 0)
        {
            return MeansOf(items.Select(item => PointsOf(framework, item)));
        }

        return framework.Indicators.FirstOrDefault(one => ScoreKey.Indicator(one.Number).Code == key.Code) is { } indicator
            ? OfIndicator(framework, indicator.Number)
            : framework.Instruments.FirstOrDefault(one => one.Code == key.Code) is { } instrument
                ? MeansOf(instrument.Indicators.Select(number => OfIndicator(framework, number)))
                : [];
    }

    private static IEnumerable<decimal> OfIndicator(Framework framework, int number) => MeansOf(framework.Items
        .Where(item => item.Indicator == number)
        .GroupBy(item => item.SubIndicator)
        .SelectMany(sub => sub.Key is null
            ? sub.Select(item => PointsOf(framework, item))
            : [MeansOf(sub.Select(item => PointsOf(framework, item)))]));

    private static IEnumerable<decimal> PointsOf(Framework framework, Item item) =>
        framework.Scale(item.Scale).Choices.Select(choice => choice.Points);

    private static HashSet<decimal> MeansOf(IEnumerable<IEnumerable<decimal>> scores)
    {
        var all = scores.Select(values => values.ToList()).ToList();
        HashSet<decimal> sums = [0];
        foreach (var values in all)
        {
            sums = [.. sums.SelectMany(sum => values.Select(value => sum + value))];
        }

        return [.. sums.Select(sum => all.Count == 0 ? 0 : sum / all.Count)];
    }
}
