using Ita.LocalHost.Commands;

namespace Ita.Tests;

/// <summary>The official storage emulator, real, empty and in memory, on ports of its own; one for a collection of tests.</summary>
public sealed class AzuriteStore : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => (azurite ?? throw new InvalidOperationException("Azurite has not been started.")).ConnectionString;

    public async Task InitializeAsync() => azurite = await Azurite.StartAsync(Repository.Root, ports: null, data: null, CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (azurite is { } started)
        {
            await started.DisposeAsync();
        }
    }
}
