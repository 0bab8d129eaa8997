using Ita.App.Storage;
using Ita.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Hosting;

/// <summary>One storage emulator and one app, shared by all tests that break neither. Each test uses agencies of its
/// own.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly AzuriteStore azurite = new();
    private AppOnHost? app;
    private StorageConnection? storage;

    public AppOnHost App => app!;

    /// <summary>The mail server to which the app sends; there is no SMS gateway.</summary>
    public TestMail Mail { get; } = new();

    public Caller Api => App.Api;

    public StorageConnection Storage => storage!;

    public string ConnectionString => azurite.ConnectionString;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        storage = StorageOf(azurite.ConnectionString);
        await StorageSetup.CreateAsync(storage);
        await Mail.StartAsync();
        app = await AppOnHost.StartAsync(azurite.ConnectionString, Mail.Settings);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Mail.DisposeAsync();
        await azurite.DisposeAsync();
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

/// <summary>The tests that read the whole store, or all pages about an agency: on a running app of their own, whose store stays
/// small.</summary>
[CollectionDefinition(Name)]
public sealed class WholeStoreTests : ICollectionFixture<RunningApp>
{
    public const string Name = "Whole store";
}
