namespace Ita.LocalHost.Timers;

/// <summary>
/// An NCRONTAB schedule: second, minute, hour, day, month, day of week, in UTC; five fields mean second 0.
/// </summary>
/// <remarks>Day and day of week must both fit, as in NCrontab and unlike Unix cron.</remarks>
internal sealed class Cron
{
    // 29 February on a given weekday comes once in 28 years, or 40 over a year such as 2100.
    private const int LongestWaitInYears = 41;

    private readonly SortedSet<int> seconds;
    private readonly SortedSet<int> minutes;
    private readonly SortedSet<int> hours;
    private readonly SortedSet<int> days;
    private readonly SortedSet<int> months;
    private readonly SortedSet<int> weekdays;

    private Cron(string[] fields)
    {
        seconds = CronField.Second.Parse(fields[0]);
        minutes = CronField.Minute.Parse(fields[1]);
        hours = CronField.Hour.Parse(fields[2]);
        days = CronField.Day.Parse(fields[3]);
        months = CronField.Month.Parse(fields[4]);
        weekdays = CronField.DayOfWeek.Parse(fields[5]);
    }

    /// <exception cref="FormatException">Not a schedule; the message names the field.</exception>
    public static Cron Parse(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        { Length: 6 } fields => new(fields),
        { Length: 5 } fields => new(["0", .. fields]),
        _ => throw new FormatException($"'{text}' is no schedule: second minute hour day month day-of-week."),
    };

    /// <summary>The first occurrence strictly after the moment, in UTC; null when there is none, as on 30 February.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var from = WholeSecond(moment).AddSeconds(1);
        for (var day = from.Date; day < from.Date.AddYears(LongestWaitInYears); day = day.AddDays(1))
        {
            if (IsDue(day) && FirstTime(day == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return new DateTimeOffset(day + time, TimeSpan.Zero);
            }
        }

        return null;
    }

    private static DateTime WholeSecond(DateTimeOffset moment) =>
        moment.UtcDateTime.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond));

    private bool IsDue(DateTime day) =>
        months.Contains(day.Month) && days.Contains(day.Day) && weekdays.Contains((int)day.DayOfWeek);

    private TimeSpan? FirstTime(TimeSpan earliest) =>
        (from hour in hours.Where(hour => hour >= earliest.Hours)
         from minute in minutes
         from second in seconds
         let time = new TimeSpan(hour, minute, second)
         where time >= earliest
         select (TimeSpan?)time).FirstOrDefault();
}
