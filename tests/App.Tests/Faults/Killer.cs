using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Faults;

/// <summary>Kills processes at random points while there is work, and restarts them.</summary>
/// <param name="echo">Repeats messages meanwhile.</param>
/// <param name="log">Receives a line for each kill.</param>
internal sealed class Killer(HostProcess host, Echo echo, Random chance, Action<string> log)
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(1600);

    private static readonly (double UpTo, string Name, Func<HostProcess, bool> Kill)[] Ways =
    [
        (0.55, "handler", host => host.KillHandler()),
        (0.80, "host and handler", host => host.KillHost(leaveHandler: false)),
        (1.01, "host, its handler lives on", host => host.KillHost(leaveHandler: true)),
    ];

    public int Kills { get; private set; }

    /// <param name="isDone">Checked continuously; nothing is killed once it is true.</param>
    /// <param name="most">The maximum number of kills from now on.</param>
    public async Task UntilAsync(Func<Task<bool>> isDone, int most, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        var last = Kills + most;
        var next = Life();
        await Eventually.TrueAsync(
            async () =>
            {
                await host.EnsureAsync();
                await echo.MaybeAsync();
                if (TimeProvider.System.GetElapsedTime(next.Began) > next.Length && Kills < last)
                {
                    await KillAsync(what);
                    next = Life();
                }

                return await isDone();
            },
            what,
            TimeSpan.FromMinutes(4));
        log($"{what}: {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s");
    }

    private async Task KillAsync(string what)
    {
        host.KillOrphans();
        var draw = chance.NextDouble();
        var (_, name, kill) = Ways.First(way => draw < way.UpTo);
        if (kill(host))
        {
            Kills++;
            log($"kill {Kills} during {what}: {name}");
        }

        await host.EnsureAsync();
    }

    private (long Began, TimeSpan Length) Life() =>
        (TimeProvider.System.GetTimestamp(), ShortestLife + ((LongestLife - ShortestLife) * chance.NextDouble()));
}
