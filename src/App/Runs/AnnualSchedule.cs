using NCrontab;

namespace Ita.App.Runs;

/// <summary>When the annual run starts: setting <c>ANNUAL_SCHEDULE</c>, six fields of NCRONTAB in UTC, as the timer reads it.</summary>
public sealed class AnnualSchedule(IConfiguration configuration, TimeProvider clock)
{
    private const string Setting = "ANNUAL_SCHEDULE";

    // A schedule such as 31 February never comes.
    private const int YearsSearched = 10;

    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    /// <summary>The setting; null when it is not set.</summary>
    public string? Text => configuration[Setting] is { Length: > 0 } set ? set : null;

    /// <summary>The next start; null when the schedule is not set, not valid or has none within ten years.</summary>
    public DateTimeOffset? FindNext()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var end = now.AddYears(YearsSearched);
        return Text is { } text && CrontabSchedule.TryParse(text, SixFields)?.GetNextOccurrence(now, end) is { } next && next < end
            ? new DateTimeOffset(next, TimeSpan.Zero)
            : null;
    }
}
