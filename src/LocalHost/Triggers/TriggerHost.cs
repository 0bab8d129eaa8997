using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.LocalHost.Timers;
using Ita.LocalHost.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Storage;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Runs all functions without an HTTP trigger. Queue and blob triggers run on the WebJobs SDK, as in the Azure Functions host, with its
/// leases, retries, poison queues and receipts. Timers run beside it.
/// </summary>
internal sealed class TriggerHost : IAsyncDisposable, ITypeLocator, IHostIdProvider
{
    private readonly AppFolder app;
    private readonly HostLog log;
    private readonly IHost host;
    private readonly QueueLease? lease;
    private readonly TriggerFailures failures;
    private readonly List<Function> jobs;
    private readonly Type emitted;
    private readonly BlobContainerClient hostContainer;
    private readonly List<TimerTrigger> timers;
    private readonly CancellationTokenSource stopping = new();
    private Task[] parts = [];

    public TriggerHost(
        AppFolder app, IReadOnlyList<Function> functions, WorkerSupervisor supervisor, Invoker invoker, HostLog log, FunctionsHostOptions options)
    {
        (this.app, this.log) = (app, log);
        jobs = [.. functions.Where(function => function.Type is Function.QueueTrigger or Function.BlobTrigger)];
        emitted = EmittedFunctions.Create(jobs);
        lease = options.QueueLease is { } time ? new(time, log, options.Clock) : null;
        failures = new(log);
        host = new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration
                .AddConfiguration(app.Settings.Configuration)
                .AddInMemoryCollection(app.Extensions)
                .AddInMemoryCollection(Overrides(options)))
            .ConfigureWebJobs(web => web.AddAzureStorageCoreServices().AddAzureStorageQueues().AddAzureStorageBlobs().AddExecutionContextBinding())
            .ConfigureLogging(logging => logging.AddConfiguration(app.Logging).AddProvider(log).AddQuietFilters())
            .ConfigureServices(services => services
                .AddSingleton<ITypeLocator>(this)
                .AddSingleton<IHostIdProvider>(this)
                .AddSingleton<IWebJobsExceptionHandlerFactory>(failures)
                .AddSingleton<IJobActivator>(new BridgeActivator(supervisor, invoker))
                .AddSingleton<IHostLifetime, NoLifetime>()
                .AddAzureClients(clients => clients.ConfigureDefaults(AddPolicies)))
            .Build();
        hostContainer = Get<IAzureBlobStorageProvider>().TryCreateHostingBlobContainerClient(out var container)
            ? container
            : throw new HostingException("The setting AzureWebJobsStorage is missing.");
        timers = [.. functions.Where(function => function.Type == Function.TimerTrigger).Select(CreateTimer)];

        TimerTrigger CreateTimer(Function function)
        {
            var schedule = Schedule.Parse(Expand(function["schedule"]));
            return new(function, schedule, hostContainer, HostId, new(function, supervisor, invoker, log, options), log, options);
        }
    }

    /// <summary>Fails as soon as a trigger fails outside of its function; completes otherwise when all have stopped.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    // Part of the names of leases and receipts. All hosts of an app have the same one.
    private string HostId => app.Settings["AzureFunctionsWebHost:hostid"] ?? "localhost";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await CreateSourcesAsync(cancellationToken);
        await hostContainer.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await host.StartAsync(cancellationToken);
        parts = [failures.Failed, .. timers.Select(timer => timer.RunAsync(stopping.Token))];
        Running = FirstFailureAsync();
    }

    /// <summary>Starts a function without waiting for it; returns false when no function has the name.</summary>
    public bool Start(string name, string input)
    {
        bool Is(Function function) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        // The SDK converts the text to the value of the trigger.
        var running = timers.Find(timer => Is(timer.Function))?.RunOnceAsync() ?? (jobs.Find(Is) is { } job
            ? ((JobHost)Get<IJobHost>()).CallAsync(job.Name, new Dictionary<string, object> { [job.Parameter] = input }, CancellationToken.None)
            : null);
        running?.ContinueWith(
            ended => log.Error($"Function.{name}", $"A start through /admin failed: {ended.Exception!.InnerException!.Message}"),
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return running is not null;
    }

    /// <summary>Accepts no new work and waits for the functions that run.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        failures.Stop();
        await stopping.CancelAsync();
        // The SDK may wait longer for a function than the limit allows.
        await Task.WhenAll(StopHostAsync(limit), EndedAsync()).WaitAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        lease?.Dispose();
        stopping.Dispose();
    }

    IReadOnlyList<Type> ITypeLocator.GetTypes() => [emitted];

    Task<string> IHostIdProvider.GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(HostId);

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(FunctionsHostOptions options) =>
        from option in new[] { ("visibilityTimeout", options.QueueVisibilityTimeout), ("maxPollingInterval", options.QueuePollingInterval) }
        where option.Item2 is not null
        select KeyValuePair.Create("AzureWebJobs:extensions:queues:" + option.Item1, option.Item2.ToString());

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    // Replaces each %NAME% with the setting of that name.
    private string Expand(string? text) => Get<INameResolver>().ResolveWholeString(text ?? "");

    // In drain mode the SDK does not cancel running functions.
    private async Task StopHostAsync(CancellationToken limit)
    {
        await Get<IDrainModeManager>().EnableDrainModeAsync(limit);
        await host.StopAsync(limit);
    }

    private async Task FirstFailureAsync()
    {
        await foreach (var ended in Task.WhenEach(parts))
        {
            await ended;
        }
    }

    // Running has reported a failure.
    private async Task EndedAsync() => await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void AddPolicies(ClientOptions client)
    {
        if (client is BlobClientOptions)
        {
            client.AddPolicy(new SettledListings(), HttpPipelinePosition.PerCall);
        }
        else if (lease is not null && client is QueueClientOptions)
        {
            client.AddPolicy(lease, HttpPipelinePosition.PerCall);
        }
    }

    // On Azure the deployment creates queues and containers. A connection without a connection string is a real account.
    private async Task CreateSourcesAsync(CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
        {
            if (app.Settings.ConnectionString(job["connection"]) is { } connection)
            {
                await (job.Type == Function.QueueTrigger
                    ? new QueueClient(connection, Expand(job["queueName"])).CreateIfNotExistsAsync(cancellationToken: cancellationToken)
                    : (Task)new BlobContainerClient(connection, Expand(job.BlobPath).Split('/')[0])
                        .CreateIfNotExistsAsync(cancellationToken: cancellationToken));
            }
        }
    }
}
