using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Storage;
using Ita.App.Uploads;
using Ita.Tests;

namespace Ita.App.Tests.Killed;

/// <summary>A separate storage emulator, in which files are received at a fixed time, so that two stores can be
/// compared byte for byte.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly AzuriteStore azurite = new();

    public StorageConnection Connection { get; private set; } = null!;

    /// <summary>Two empty stores.</summary>
    public static Task<Store[]> PairAsync() => Task.WhenAll(StartAsync(), StartAsync());

    public ValueTask DisposeAsync() => new(azurite.DisposeAsync());

    /// <summary>An empty store.</summary>
    public static async Task<Store> StartAsync()
    {
        var store = new Store();
        await store.azurite.InitializeAsync();
        store.Connection = RunningApp.StorageOf(store.azurite.ConnectionString);
        await StorageSetup.CreateAsync(store.Connection);
        return store;
    }

    public string ConnectionString => azurite.ConnectionString;

    public Task<AppOnHost> HostAsync(params (string Name, string Value)[] settings) => AppOnHost.StartAsync(azurite.ConnectionString, settings);

    /// <summary>Receives a file, sends the job that ingests it, and returns the upload's id.</summary>
    public async Task<string> ReceiveAsync(byte[] file, string name = "scores.csv")
    {
        using var storage = new OpenStorage(Connection);
        var (upload, _) = await StoredIntake.On(storage, new StoppedClock("2026-03-02T08:15:30Z"))
            .AcceptAsync(new MemoryStream(file), new Uploads.Sender(name, "test"), CancellationToken.None);
        return upload.Id;
    }
}
