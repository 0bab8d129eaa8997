using System.Globalization;
using Azure.Core;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.Triggers;

/// <summary>Queue and blob triggers, run by the WebJobs SDK as in the genuine host: leases, retries, poison queues and receipts are its own.</summary>
internal sealed class JobSite : IAsyncDisposable
{
    private readonly IHost host;

    public JobSite(AppFolder app, IEnumerable<Function> functions, BridgeServices services, ILoggerProvider log, FunctionsHostOptions options)
    {
        host = new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration
                .AddConfiguration(app.Settings.Configuration)
                .AddInMemoryCollection(app.Host.Extensions)
                .AddInMemoryCollection(Overrides(options)))
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddAzureStorageBlobs().AddExecutionContextBinding())
            .ConfigureLogging(logging => logging.AddConfiguration(app.Host.Logging).AddProvider(log).AddQuietFilters())
            .ConfigureServices(collection => collection
                .AddSingleton<ITypeLocator>(new Types(EmittedFunctions.Make(functions)))
                .AddSingleton<IJobActivator>(new Activator(services))
                .AddSingleton<IHostIdProvider>(new HostId(app.Settings))
                .AddSingleton<IHostLifetime, NoLifetime>())
            .Build();
    }

    public IServiceProvider Services => host.Services;

    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    /// <summary>Runs a function once by hand; the SDK turns the text into its trigger's value.</summary>
    public Task CallAsync(Function function, string input) => ((JobHost)host.Services.GetRequiredService<IJobHost>())
        .CallAsync(function.Name, new Dictionary<string, object> { [function.Trigger.Name] = input }, CancellationToken.None);

    /// <summary>Takes no new work and waits for the functions that run.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // In drain mode the SDK leaves the cancellation tokens of running functions alone.
        await host.Services.GetRequiredService<IDrainModeManager>().EnableDrainModeAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(FunctionsHostOptions options) =>
        new (string Key, TimeSpan? Value)[] { ("visibilityTimeout", options.QueueVisibilityTimeout), ("maxPollingInterval", options.QueuePollingInterval) }
            .Where(option => option.Value is not null)
            .Select(option => KeyValuePair.Create("AzureWebJobs:extensions:queues:" + option.Key, option.Value?.ToString("c", CultureInfo.InvariantCulture)));

    private sealed class Types(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class Activator(BridgeServices services) : IJobActivator
    {
        public T CreateInstance<T>() => (T)System.Activator.CreateInstance(typeof(T), services)!;
    }

    private sealed class HostId(Settings settings) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(Of(settings));

        public static string Of(Settings settings) => settings["AzureFunctionsWebHost:hostid"] ?? "localhost";
    }
}
