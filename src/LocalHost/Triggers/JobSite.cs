using System.Net.Http.Json;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Storage;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.Triggers;

/// <summary>The WebJobs SDK, which runs queue and blob triggers as in the genuine host: leases, retries, poison queues and receipts are its own.</summary>
internal sealed class JobSite : IAsyncDisposable, ITypeLocator, IHostIdProvider
{
    private readonly IHost host;
    private readonly Type functions;
    private readonly QueueLease? lease;
    private readonly TriggerFailures failures;

    public JobSite(AppFolder app, Type functions, IJobActivator activator, HostLog log, FunctionsHostOptions options)
    {
        this.functions = functions;
        HostId = app.Settings["AzureFunctionsWebHost:hostid"] ?? "localhost";
        lease = options.QueueLease is { } time ? new(time, log, options.Clock) : null;
        failures = new(log);
        host = new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration
                .AddConfiguration(app.Settings.Configuration)
                .AddInMemoryCollection(app.Extensions)
                .AddInMemoryCollection(Overrides(options)))
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddAzureStorageBlobs().AddExecutionContextBinding())
            .ConfigureLogging(logging => logging.AddConfiguration(app.Logging).AddProvider(log).AddQuietFilters())
            .ConfigureServices(services => services
                .AddSingleton<ITypeLocator>(this)
                .AddSingleton<IHostIdProvider>(this)
                .AddSingleton<IWebJobsExceptionHandlerFactory>(failures)
                .AddSingleton(activator)
                .AddSingleton<IHostLifetime, NoLifetime>()
                .AddAzureClients(clients => clients.ConfigureDefaults(AddLease)))
            .Build();
        Books = Get<IAzureBlobStorageProvider>().TryCreateHostingBlobContainerClient(out var books)
            ? books
            : throw new AppFolderException("The setting AzureWebJobsStorage is missing.");
    }

    /// <summary>Part of the names of leases and receipts. Hosts of the same app have the same.</summary>
    public string HostId { get; }

    /// <summary>The container of leases, receipts and timer states.</summary>
    public BlobContainerClient Books { get; }

    /// <exception cref="AppFolderException">No setting has the connection's name.</exception>
    public BlobServiceClient Blobs(string? connection) =>
        Get<IAzureBlobStorageProvider>().TryCreateBlobServiceClientFromConnection(connection ?? Settings.HostStorage, out var client)
            ? client
            : throw new AppFolderException($"The connection '{connection}' names no setting.");

    /// <summary>Fails when a trigger failed outside of its function.</summary>
    public Task Failed => failures.Failed;

    /// <summary>Replaces each <c>%NAME%</c> by its setting.</summary>
    public string Expand(string text) => Get<INameResolver>().ResolveWholeString(text);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Books.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Runs a function once by hand; the SDK turns the text into its trigger's value.</summary>
    public Task CallAsync(Function function, string input) =>
        ((JobHost)Get<IJobHost>()).CallAsync(function.Name, new Dictionary<string, object> { [function.Trigger.Name] = input }, CancellationToken.None);

    /// <summary>Gives the SDK's own webhook the event of Event Grid for a new blob.</summary>
    public async Task SendBlobEventAsync(Function function, Uri blob, BlobItemProperties properties, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost/runtime/webhooks/blobs?functionName=Host.Functions.{function.Name}");
        request.Headers.Add("aeg-event-type", "Notification");
        var data = new { url = blob, blobType = $"{properties.BlobType}Blob", eTag = properties.ETag?.ToString("G") };
        request.Content = JsonContent.Create(new[] { new { eventType = "Microsoft.Storage.BlobCreated", subject = blob.AbsolutePath, data } });
        var webhook = host.Services.GetServices<IExtensionConfigProvider>().OfType<IAsyncConverter<HttpRequestMessage, HttpResponseMessage>>().Single();
        using var answer = await webhook.ConvertAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Takes no new work and waits for the functions that run.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        failures.IsStopping = true;

        // In drain mode the SDK does not cancel running functions.
        await Get<IDrainModeManager>().EnableDrainModeAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        lease?.Dispose();
    }

    IReadOnlyList<Type> ITypeLocator.GetTypes() => [functions];

    Task<string> IHostIdProvider.GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(HostId);

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(FunctionsHostOptions options) =>
        new (string Key, TimeSpan? Value)[] { ("visibilityTimeout", options.QueueVisibilityTimeout), ("maxPollingInterval", options.QueuePollingInterval) }
            .Where(option => option.Value is not null)
            .Select(option => KeyValuePair.Create("AzureWebJobs:extensions:queues:" + option.Key, option.Value?.ToString()));

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private void AddLease(ClientOptions client)
    {
        if (lease is not null && client is QueueClientOptions)
        {
            client.AddPolicy(lease, HttpPipelinePosition.PerCall);
        }
    }
}
