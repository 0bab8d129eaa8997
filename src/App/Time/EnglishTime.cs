namespace Ita.App.Time;

/// <summary>Days and times in Thailand as English texts write them, in the Common Era.</summary>
public static class EnglishTime
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset instant) =>
        instant.ToOffset(ThaiClock.Offset).ToString("HH:mm, d MMMM yyyy", CultureInfo.InvariantCulture);
}
