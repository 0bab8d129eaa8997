namespace Ita.Bench.Kills;

/// <summary>One way of killing a part of <c>./run</c>.</summary>
/// <param name="EndsRun">True when it ends <c>./run</c>. A killed worker is restarted by LocalHost.</param>
internal sealed record Kill(string Process, string Signal, bool EndsRun)
{
    private static readonly Kill Worker = new("worker", "KILL", EndsRun: false);
    private static readonly Kill StoppedHost = new("LocalHost", "TERM", EndsRun: true);
    private static readonly Kill KilledHost = new("LocalHost", "KILL", EndsRun: true);
    private static readonly Kill Storage = new("Azurite", "TERM", EndsRun: true);

    // Out of six: two of the worker, one of each kind of the host, two of the storage.
    private static readonly Kill[] Turns = [Worker, StoppedHost, Storage, Worker, KilledHost, Storage];

    public static Kill OfNumber(int number) => Turns[number % Turns.Length];
}
