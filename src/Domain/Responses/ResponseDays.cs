namespace Ita.Domain.Responses;

/// <summary>The number of sheets of one survey that came on some days in a row.</summary>
/// <param name="Until">All sheets up to <paramref name="To"/>.</param>
public sealed record DayCount(DateOnly From, DateOnly To, int Sheets, int Until);

/// <summary>
/// Counts sheets by day without singling out a few people: days in a row are one entry until it has at least as many sheets as a score needs
/// to be shown (docs/decisions/0024). A reader who was seen to answer on a quiet day is then one of several.
/// </summary>
/// <remarks>Sheets have a day and no time. The sum of the entries is what the meter shows anyway.</remarks>
public static class ResponseDays
{
    /// <param name="days">The day of each sheet, in any order.</param>
    /// <param name="fewest">Smallest number of sheets of an entry.</param>
    /// <returns>In the order of the days. Each entry begins and ends on a day with a sheet; last days with too few sheets are part of the last
    /// entry. Empty when there are too few sheets in all.</returns>
    public static ImmutableArray<DayCount> Group(IReadOnlyCollection<DateOnly> days, int fewest = Suppression.FewestPeople)
    {
        var groups = new List<DayCount>();
        DateOnly? open = null;
        var (sheets, until) = (0, 0);
        foreach (var (day, count) in days.CountBy(day => day).OrderBy(count => count.Key))
        {
            (sheets, until) = (sheets + count, until + count);
            var from = open ??= day;
            if (sheets >= fewest)
            {
                groups.Add(new(from, day, sheets, until));
                (open, sheets) = (null, 0);
            }
        }

        return sheets > 0 && groups is [.., var last]
            ? [.. groups[..^1], last with { To = days.Max(), Sheets = last.Sheets + sheets, Until = until }]
            : [.. groups];
    }
}
