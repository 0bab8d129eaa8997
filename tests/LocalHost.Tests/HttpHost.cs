using Ita.LocalHost.App;
using Ita.LocalHost.Host;

namespace Ita.LocalHost.Tests;

/// <summary>One running host with the HTTP functions, for tests that do not change it. It needs no storage.</summary>
public sealed class HttpHost : IAsyncLifetime
{
    private FunctionsHost? host;

    internal TestApp App { get; } = new(azurite: null, "Web", "Items");

    internal HttpClient Http { get; } = new();

    internal int Port => host!.Address.Port;

    public async Task InitializeAsync()
    {
        App.Settings["GREETING"] = "สวัสดี";
        App.Settings["Dotted.Name"] = "kept";
        host = await App.StartAsync();
        Http.BaseAddress = host.Address;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        App.Dispose();
    }
}
