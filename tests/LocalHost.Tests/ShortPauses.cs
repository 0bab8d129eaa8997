namespace Ita.LocalHost.Tests;

/// <summary>The system clock, but pauses of up to five seconds take a tenth of their time: the pauses between attempts to take a lease.</summary>
internal sealed class ShortPauses : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime <= TimeSpan.FromSeconds(5) && dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
}
