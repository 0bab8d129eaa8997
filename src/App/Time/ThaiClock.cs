namespace Ita.App.Time;

/// <summary>The current day in Thailand, which has no daylight saving time.</summary>
public static class ThaiClock
{
    /// <summary>Bangkok against UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day in Thailand at a time.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <summary>The time of day in Thailand at a time.</summary>
    public static TimeOnly TimeOf(DateTimeOffset time) => TimeOnly.FromDateTime(time.ToOffset(Offset).DateTime);
}
