namespace Ita.Domain.Responses;

/// <summary>How often something may be tried in windows of fixed length, counted from the start of time.</summary>
/// <remarks>
/// Fixed windows, so that what is stored is a count and a window's start and not the instants of single tries: nobody can lay those
/// beside the answers. At worst twice as many pass in a row, at a window's end and the next one's start.
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
        ? new Problem("too-many-tries", Severity.Error).With("seconds", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture))
        : null;
}
