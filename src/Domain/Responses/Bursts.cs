namespace Ita.Domain.Responses;

/// <summary>Days on which far more sheets came than on the survey's other days.</summary>
/// <remarks>
/// What is usual is the median of the other days that had sheets: one great day does not raise it, and days without any do not lower
/// it. A survey of few days is not judged: one meeting at which all staff answer is no burst.
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
        // Twice the median, so that it is a whole number.
        return others.Length >= limits.BurstOtherDays && days[day] >= limits.BurstSheets
            && 2 * days[day] > limits.BurstTimes * (others[(others.Length - 1) / 2] + others[others.Length / 2]);
    }
}
