using System.Security.Cryptography;
using Azure.Storage.Queues;
using Ita.LocalHost.Host;
using Ita.LocalHost.Mail;

namespace Ita.LocalHost.Commands;

/// <summary>Azurite and the app on the stand-in host, started together and stopped together.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private static readonly string[] Queues = ["ingest", "score", "render", "render-batch", "render-apart"];

    private readonly Azurite azurite;
    private readonly FunctionsHost host;
    private readonly MailCatcher? mail;

    private LocalStack(Azurite azurite, FunctionsHost host, MailCatcher? mail, string key)
    {
        (this.azurite, this.host, this.mail) = (azurite, host, mail);
        Key = key;
        Api = new ApiClient(host.Address, key);
    }

    public Uri Address => host.Address;

    /// <summary>The page of caught mail; null without a mail catcher.</summary>
    public Uri? Mail => mail?.Page;

    /// <summary>The operator key of this run.</summary>
    public string Key { get; }

    public ApiClient Api { get; }

    /// <summary>Throws when the host or the storage ends by itself: neither can run without the other.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(host.Completion.WaitAsync(cancellationToken), azurite.RunAsync(cancellationToken));

    /// <param name="key">The operator key; null creates a new one.</param>
    /// <param name="mailPort">The port of the page of caught mail; null for no mail catcher.</param>
    public static async Task<LocalStack> StartAsync(
        StackFolders folders,
        int port,
        int[]? storagePorts,
        string? key,
        Action<string> log,
        CancellationToken cancellationToken,
        int? mailPort = null)
    {
        key ??= NewKey();
        var azurite = await Azurite.StartAsync(folders.Packages, storagePorts, folders.Data, cancellationToken, log);
        MailCatcher? mail = null;
        try
        {
            mail = mailPort is { } page ? await MailCatcher.StartAsync(page, smtpPort: 0, cancellationToken) : null;
            var host = await FunctionsHost.StartAsync(Options(folders, port, azurite, mail, key, log), cancellationToken);
            return new(azurite, host, mail, key);
        }
        catch
        {
            await (mail?.DisposeAsync() ?? ValueTask.CompletedTask);
            await azurite.DisposeAsync();
            throw;
        }
    }

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Waits until no message is left on the queues, visible or in work.</summary>
    public async Task WaitForQueuesAsync(CancellationToken cancellationToken)
    {
        var account = new QueueServiceClient(azurite.ConnectionString);
        foreach (var queue in Queues.Select(account.GetQueueClient))
        {
            while ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount > 0)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        try
        {
            await host.DisposeAsync();
        }
        finally
        {
            await (mail?.DisposeAsync() ?? ValueTask.CompletedTask);

            // Last, and also when stopping the app failed, so that Azurite writes everything that it has acknowledged.
            await azurite.DisposeAsync();
        }
    }

    private static FunctionsHostOptions Options(
        StackFolders folders, int port, Azurite azurite, MailCatcher? mail, string key, Action<string> log) => new()
        {
            AppFolder = folders.App,
            Port = port,
            Settings = new Dictionary<string, string>(MailSettings.For(mail))
            {
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["ITA_OPERATOR_KEY"] = key,
                ["ITA_STORE_FOLDER"] = folders.Data ?? "",
                ["ITA_READS"] = Environment.GetEnvironmentVariable("ITA_READS") ?? "open",
                ["ITA_OTP_SHOW"] = Environment.GetEnvironmentVariable("ITA_OTP_SHOW") ?? "true",
                // What is in memory cannot be asked for later, so its prints have no address.
                ["ITA_PUBLIC_URL"] = folders.Data is null ? "" : Environment.GetEnvironmentVariable("ITA_PUBLIC_URL") ?? "",
                ["ITA_CONTACT"] = Environment.GetEnvironmentVariable("ITA_CONTACT") ?? "",
                ["ITA_DATA_LICENCE"] = Environment.GetEnvironmentVariable("ITA_DATA_LICENCE") ?? "",
                ["ANNUAL_SCHEDULE"] = Environment.GetEnvironmentVariable("ANNUAL_SCHEDULE") ?? "0 0 3 2 1 *",
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "629145600",
            },
            QueuePollingInterval = TimeSpan.FromMilliseconds(200),
            Log = log,
        };
}

/// <param name="App">The published app.</param>
/// <param name="Packages">The folder that holds node_modules and scripts.</param>
/// <param name="Data">Where storage keeps its data; null for a new store in memory.</param>
internal sealed record StackFolders(string App, string Packages, string? Data);
