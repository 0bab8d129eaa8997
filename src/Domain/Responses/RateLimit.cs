namespace Ita.Domain.Responses;

/// <summary>The number of attempts allowed in each window of fixed length. Windows are counted from the first day of year 1, in UTC.</summary>
/// <remarks>
/// With fixed windows only a count and the start of the window are stored. The times of single attempts, which could be compared with the
/// answers, are not. Up to twice the limit can pass in a row, at the end of one window and the start of the next.
/// </remarks>
public sealed record RateLimit
{
    public RateLimit(int most, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        MaxAttempts = most;
        Window = window;
    }

    public int MaxAttempts { get; }

    public TimeSpan Window { get; }

    /// <summary>Counts one attempt.</summary>
    /// <param name="before">The stored count; null for the first attempt.</param>
    public RateDecision Take(RateCount? before, DateTimeOffset now)
    {
        var start = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Window.Ticks), TimeSpan.Zero);
        var tries = before is { } count && count.WindowStart == start ? count.Tries : 0;
        return tries >= MaxAttempts
            ? new(new(start, tries), start + Window - now)
            : new(new(start, tries + 1), null);
    }
}

/// <summary>The number of attempts in one window, as it is stored.</summary>
public sealed record RateCount(DateTimeOffset WindowStart, int Tries);

/// <summary>Whether an attempt is allowed.</summary>
/// <param name="After">The count to store.</param>
/// <param name="Wait">Time until the next window when refused; null when allowed.</param>
public sealed record RateDecision(RateCount After, TimeSpan? Wait)
{
    public bool IsAllowed => Wait is null;

    /// <summary>Null when allowed.</summary>
    public Problem? Problem => Wait is { } wait
        ? new Problem("too-many-tries", Severity.Error).With(
            "seconds", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture))
        : null;
}
