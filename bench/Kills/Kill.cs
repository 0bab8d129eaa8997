namespace Ita.Bench.Kills;

/// <summary>One way of killing a part of <c>./run</c>.</summary>
/// <param name="EndsRun">True when it ends <c>./run</c>. A killed worker is restarted by LocalHost.</param>
internal sealed record Kill(string Process, string Signal, bool EndsRun)
{
    private static readonly Kill Worker = new("worker", "KILL", EndsRun: false);
    private static readonly Kill StoppedHost = new("LocalHost", "TERM", EndsRun: true);
    private static readonly Kill KilledHost = new("LocalHost", "KILL", EndsRun: true);
    private static readonly Kill StoppedStorage = new("Azurite", "TERM", EndsRun: true);
    private static readonly Kill KilledStorage = new("Azurite", "KILL", EndsRun: true);

    // Out of six: two of the worker, one of each kind of the host and of the storage.
    private static readonly Kill[] Turns = [Worker, StoppedHost, StoppedStorage, Worker, KilledHost, KilledStorage];

    public static Kill OfNumber(int number) => Turns[number % Turns.Length];
}
