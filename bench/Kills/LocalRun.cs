using System.Diagnostics;
using Ita.Bench.Material;

namespace Ita.Bench.Kills;

/// <summary>An unmodified <c>./run</c> on ports and a data folder of its own, restarted whenever it ends.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private readonly int[] ports = AppApi.FreePorts(4);
    private readonly string data;
    private Process? run;

    public LocalRun(string data) => this.data = data;

    public Uri Address => new($"http://localhost:{ports[0]}");

    /// <summary>The operator key, stored in the data folder: every start must print the same one.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Returns when <c>./run</c> has printed its addresses.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Repository.At("run")) { RedirectStandardOutput = true };
        start.Environment["ITA_PORT"] = $"{ports[0]}";
        start.Environment["ITA_AZURITE_PORTS"] = string.Join(',', ports.Skip(1));
        start.Environment["ITA_DATA"] = data;
        run = Process.Start(start)!;
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("operator key", StringComparison.Ordinal))
            {
                var key = line["operator key".Length..].Trim();
                Key = Key.Length == 0 || Key == key ? key : throw new InvalidOperationException("The operator key has changed.");
                return;
            }
        }

        throw new IOException("./run did not start.");
    }

    public async Task KillAsync(Kill kill)
    {
        // The worker was started before the processes that it starts itself.
        var target = ProcessFacts.TreeOf(run!.Id).Where(process => process.Name == kill.Process).MinBy(process => process.Id)
            ?? throw new InvalidOperationException($"There is no {kill.Process}.");
        await SignalAsync(kill.Signal, target.Id);
    }

    public async Task<int> EndedAsync()
    {
        await run!.WaitForExitAsync();
        var exitCode = run.ExitCode;
        run.Dispose();
        run = null;
        return exitCode;
    }

    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM", run!.Id);
        return await EndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (run is not null)
        {
            await StopAsync();
        }
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
