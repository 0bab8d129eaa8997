namespace Ita.Domain.Responses;

/// <summary>The number of attempts allowed in each window of fixed length. Windows are counted from the first day of year 1, in UTC.</summary>
/// <remarks>
/// With fixed windows only a count and the start of the window are stored, not the times of single attempts, which could be compared
/// with the answers. At most twice the number can pass in a row, at the end of one window and the start of the next.
/// </remarks>
public sealed record RateLimit
{
    public RateLimit(int most, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        Most = most;
        Window = window;
    }

    public int Most { get; }

    public TimeSpan Window { get; }

    /// <summary>Counts one try.</summary>
    /// <param name="before">What was stored; null at first.</param>
    public RateTake Take(RateCount? before, DateTimeOffset now)
    {
        var start = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Window.Ticks), TimeSpan.Zero);
        var tries = before is { } count && count.WindowStart == start ? count.Tries : 0;
        return tries >= Most
            ? new(new(start, tries), start + Window - now)
            : new(new(start, tries + 1), null);
    }
}

/// <summary>The tries of one window: what is stored between two of them.</summary>
public sealed record RateCount(DateTimeOffset WindowStart, int Tries);

/// <summary>What came of a try.</summary>
/// <param name="After">To be stored.</param>
/// <param name="Wait">Until the next window, when refused; null when it may go ahead.</param>
public sealed record RateTake(RateCount After, TimeSpan? Wait)
{
    public bool IsAllowed => Wait is null;

    /// <summary>Null when it may go ahead.</summary>
    public Problem? Problem => Wait is { } wait
        ? new Problem("too-many-tries", Severity.Error).With(
            "seconds", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture))
        : null;
}
