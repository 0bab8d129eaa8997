using System.Diagnostics;
using Ita.LocalHost.Commands;
using Ita.Tests;

namespace Ita.App.Tests.Faults;

/// <summary>The emulator on disk and on fixed ports, which can be paused, killed and started again.</summary>
internal sealed class BreakableStore : IAsyncLifetime
{
    private readonly int[] ports = FreePorts.Take(3);
    private Azurite? azurite;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ita-outage-").FullName;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task StartAsync() => azurite = await Azurite.StartAsync(Repository.Root, ports, Folder, CancellationToken.None);

    /// <summary>Connections are still accepted by the kernel, and nothing is answered.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    /// <summary>Connections are refused.</summary>
    public async Task KillAsync()
    {
        Signal("KILL");
        await azurite!.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        azurite = null;
    }

    Task IAsyncLifetime.InitializeAsync() => StartAsync();

    // A test that failed while the emulator was paused would otherwise wait for its end for ever.
    public async Task DisposeAsync()
    {
        if (azurite is not null)
        {
            Resume();
            await azurite.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", File.ReadAllText(Path.Combine(Folder, "pid"))]);
        kill.WaitForExit();
    }
}
