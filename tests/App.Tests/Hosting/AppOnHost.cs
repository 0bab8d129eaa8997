using System.Collections.Concurrent;
using Ita.App.Web;
using Ita.LocalHost.App;
using Ita.LocalHost.Common;
using Ita.LocalHost.Host;

namespace Ita.App.Tests.Hosting;

/// <summary>The real worker on LocalHost, the local replacement of the Functions host, with one storage
/// account.</summary>
public sealed class AppOnHost : IAsyncDisposable
{
    public const string Key = "operator-key-of-the-tests";

    /// <summary>The address that reports lead to; the app does not listen there.</summary>
    public const string PublicUrl = "http://localhost:7071";

    private readonly ConcurrentQueue<string> log;

    private AppOnHost(FunctionsHost host, ConcurrentQueue<string> log)
    {
        (Host, this.log) = (host, log);
        Api = new Caller(host.Address, Key);
        Public = new Caller(host.Address, null);
    }

    public FunctionsHost Host { get; }

    public Caller Api { get; }

    /// <summary>A client without a key.</summary>
    public Caller Public { get; }

    /// <summary>The lines of the host and the worker so far.</summary>
    public IReadOnlyCollection<string> Log => [.. log];

    /// <param name="settings">Settings that are added to the usual ones or replace them.</param>
    public static async Task<AppOnHost> StartAsync(string storage, params (string Name, string Value)[] settings)
    {
        var log = new ConcurrentQueue<string>();
        return new(await FunctionsHost.StartAsync(Options(storage, settings, log)), log);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Public.Dispose();
        await Host.DisposeAsync();
    }

    private static FunctionsHostOptions Options(
        string storage, IEnumerable<(string Name, string Value)> settings, ConcurrentQueue<string> log) => new()
        {
            AppFolder = BuiltApp.Folder,
            Settings = Settings(storage, settings),
            QueueVisibilityTimeout = TimeSpan.FromMilliseconds(200),
            QueuePollingInterval = TimeSpan.FromMilliseconds(100),
            Log = log.Enqueue,
        };

    /// <summary>The usual settings, with others added or replaced.</summary>
    internal static Dictionary<string, string> Settings(string storage, IEnumerable<(string Name, string Value)> settings) =>
        Usual(storage).Concat(settings).GroupBy(setting => setting.Name).ToDictionary(same => same.Key, same => same.Last().Value);

    private static (string Name, string Value)[] Usual(string storage) =>
    [
        ("AzureWebJobsStorage", storage),
        ("ITA_OPERATOR_KEY", Key),
        ("ITA_READS", "open"),
        ("ITA_OTP_SHOW", "true"),
        (PublicAddress.Setting, PublicUrl),
        ("ANNUAL_SCHEDULE", "0 0 3 2 1 *"),
        ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"),

        // Tests run the steps of these timers themselves, on surveys and appeals of past years too.
        ("AzureWebJobs.CloseDueSurveys.Disabled", "true"),
        ("AzureWebJobs.SendReminders.Disabled", "true"),
        ("AzureWebJobs.EndDueAppeals.Disabled", "true"),
    ];
}
