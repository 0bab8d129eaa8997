using Ita.App.Storage;
using Ita.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Hosting;

/// <summary>One storage emulator and one app, shared by all tests that break neither. Each test uses agencies of its
/// own.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly AzuriteStore _azurite = new();
    private AppOnHost? _app;
    private StorageConnection? _storage;

    public AppOnHost App => _app!;

    public Caller Api => App.Api;

    public StorageConnection Storage => _storage!;

    public string ConnectionString => _azurite.ConnectionString;

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _storage = StorageOf(_azurite.ConnectionString);
        await StorageSetup.CreateAsync(_storage);
        _app = await AppOnHost.StartAsync(_azurite.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    internal static StorageConnection StorageOf(string connectionString) =>
        StorageBy(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build());

    /// <summary>The storage clients that the app would create from these settings.</summary>
    internal static StorageConnection StorageBy(IConfiguration settings) =>
        new ServiceCollection().AddStorage(settings).BuildServiceProvider().GetRequiredService<StorageConnection>();
}

/// <summary>The tests that share one running app: <c>[Collection(AppTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AppTests : ICollectionFixture<RunningApp>
{
    public const string Name = "App";
}
