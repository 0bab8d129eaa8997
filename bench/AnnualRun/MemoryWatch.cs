namespace Ita.Bench.AnnualRun;

/// <summary>Samples the memory of every worker with its browser, and keeps the maximum of a single one.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Func<IReadOnlyList<Instance>> instances;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;

    /// <param name="instances">Returns the current instances.</param>
    public MemoryWatch(Func<IReadOnlyList<Instance>> instances)
    {
        this.instances = instances;
        watching = Task.Run(WatchAsync);
    }

    public long Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            Peak = instances().Select(instance => instance.WorkerMemory()).Append(Peak).Max();
            await Task.Delay(Pause, stopping.Token);
        }
    }
}
