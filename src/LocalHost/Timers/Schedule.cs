using NCrontab;

namespace Ita.LocalHost.Timers;

/// <summary>The schedule of a timer in UTC: NCRONTAB with five fields, six fields with seconds, or a pause as a TimeSpan.</summary>
internal sealed class Schedule(Func<DateTime, DateTime> next)
{
    /// <exception cref="FormatException">The text is neither NCRONTAB nor a TimeSpan.</exception>
    public static Schedule Parse(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var pause) && pause > TimeSpan.Zero)
        {
            return new(after => after + pause);
        }

        var withSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        var cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds });
        return new((cron ?? throw new FormatException($"'{text}' is neither NCRONTAB nor a TimeSpan.")).GetNextOccurrence);
    }

    public DateTimeOffset Next(DateTimeOffset after) => new(next(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether the status is stored; the Azure Functions host stores none for pauses under a minute.</summary>
    public bool IsKept(DateTimeOffset now) => Next(Next(now)) - Next(now) >= TimeSpan.FromMinutes(1);
}
