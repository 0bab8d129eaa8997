using Ita.LocalHost.Commands;

namespace Ita.Tests;

/// <summary>The official storage emulator, real, empty and in memory, on ports of its own; one for a collection of tests.</summary>
public sealed class AzuriteStore : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => (_azurite ?? throw new InvalidOperationException("Azurite has not been started.")).ConnectionString;

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync(Repository.Root, ports: null, data: null, CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_azurite is { } azurite)
        {
            await azurite.DisposeAsync();
        }
    }
}
