namespace Ita.LocalHost.Queues;

/// <summary>The pause between two looks at a queue: from 100 ms, doubled while the queue is empty, up to maxPollingInterval.</summary>
internal sealed class PollingPause(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan next = Shortest;

    public TimeSpan AfterNothing()
    {
        var pause = next < longest ? next : longest;
        next = pause * 2;
        return pause;
    }

    public TimeSpan AfterMessages()
    {
        next = Shortest;
        return TimeSpan.Zero;
    }
}
