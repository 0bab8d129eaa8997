using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Azure;

namespace Ita.App.Storage;

/// <summary>The clients of the storage account, which the app shares with the Functions host.</summary>
/// <param name="Blobs">Originals, score trees, reports, pictures.</param>
/// <param name="Queues">Jobs. Messages are encoded in Base64, as host.json configures the Functions host.</param>
/// <param name="Tables">Everything that is looked up by key.</param>
public sealed record StorageConnection(BlobServiceClient Blobs, QueueServiceClient Queues, TableServiceClient Tables)
{
    /// <param name="name">One of <see cref="StorageNames.Tables"/>.</param>
    public StoredTable Table(string name) => new(Tables.GetTableClient(name));
}

public static class StorageServices
{
    // One transport for all clients, with the limits of the default one.
    private static readonly HttpClientTransport Transport = new(new StorageHandler(TimeProvider.System, new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 50,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    }));

    /// <summary>Registers the clients, configured by the settings that the Functions host reads: the connection
    /// string <c>AzureWebJobsStorage</c> or, for an identity, <c>AzureWebJobsStorage__accountName</c> or its three
    /// service URIs, with <c>__credential</c> and <c>__clientId</c>.</summary>
    /// <exception cref="InvalidOperationException">The settings are incomplete; the message names the missing
    /// ones.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(StorageSettings.Name);
        services.AddAzureClients(clients =>
        {
            clients.ConfigureDefaults(Configure);
            if (section.Value is { Length: > 0 } connectionString)
            {
                clients.AddBlobServiceClient(connectionString);
                clients.AddQueueServiceClient(connectionString).ConfigureOptions(UseBase64);
                clients.AddTableServiceClient(connectionString);
            }
            else
            {
                var endpoints = StorageEndpoints.From(section);
                clients.AddBlobServiceClient(At(endpoints.Blobs, section));
                clients.AddQueueServiceClient(At(endpoints.Queues, section)).ConfigureOptions(UseBase64);
                clients.AddTableServiceClient(At(endpoints.Tables, section));
            }
        });
        services.AddSingleton<StorageConnection>().AddSingleton<OpenStorage>().AddSingleton<YearLists>().AddSingleton<KnownFrameworks>()
            .AddScoped(parts => parts.GetRequiredService<KnownFrameworks>().Current);
        services.AddSingleton(new StoreSpace(configuration));
        return services;
    }

    // Builds the configuration section of one client in the form that Microsoft.Extensions.Azure reads: keys are the
    // constructor's parameter names.
    private static IConfiguration At(Uri address, IConfiguration section) => new ConfigurationBuilder()
        .AddConfiguration(section)
        .AddInMemoryCollection([new("serviceUri", address.AbsoluteUri), new("endpoint", address.AbsoluteUri)])
        .Build();

    // Short pauses at first, because people wait for most calls, and some eight seconds in all for the steps of queue messages.
    private static void Configure(ClientOptions client)
    {
        client.Transport = Transport;
        client.Retry.Delay = TimeSpan.FromMilliseconds(250);
        client.Retry.MaxRetries = 5;
    }

    private static void UseBase64(QueueClientOptions options)
    {
        options.MessageEncoding = QueueMessageEncoding.Base64;

        // A message that is not Base64 stays in its queue, and the others are received.
        options.MessageDecodingFailed += _ => Task.CompletedTask;
    }
}
