namespace Ita.App.Tests.Storage;

/// <summary>A clock that shows one time and advances by the step at each call.</summary>
internal sealed class StoppedClock(string start, TimeSpan step = default) : TimeProvider
{
    private DateTimeOffset next = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow()
    {
        var now = next;
        next += step;
        return now;
    }
}
