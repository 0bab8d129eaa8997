namespace Ita.Domain.Responses;

/// <summary>Marks the sheets of days on which far more sheets were received than on the survey's other days.</summary>
/// <remarks>
/// The usual number is the median over the other days with sheets, so one large day does not raise it and days without sheets do not lower
/// it. A survey with few days is not judged: one meeting at which all staff answer is not a burst.
/// </remarks>
internal static class Bursts
{
    public static ImmutableArray<bool> Marks(IReadOnlyList<ReceivedSheet> sheets, QualityThresholds limits)
    {
        var days = sheets.CountBy(sheet => sheet.Day).ToDictionary();
        var bursts = days.Keys.Where(day => IsBurst(days, day, limits)).ToHashSet();
        return [.. sheets.Select(sheet => bursts.Contains(sheet.Day))];
    }

    private static bool IsBurst(Dictionary<DateOnly, int> days, DateOnly day, QualityThresholds limits)
    {
        int[] others = [.. days.Where(other => other.Key != day).Select(other => other.Value).Order()];
        // Compared as twice the median, so that it stays a whole number.
        return others.Length >= limits.BurstOtherDays && days[day] >= limits.BurstSheets
            && 2 * days[day] > limits.BurstTimes * (others[(others.Length - 1) / 2] + others[others.Length / 2]);
    }
}
