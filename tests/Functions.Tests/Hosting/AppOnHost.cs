using System.Collections.Concurrent;
using Ita.LocalHost;

namespace Ita.Functions.Tests.Hosting;

/// <summary>The real handler on the stand-in host, over one storage account.</summary>
public sealed class AppOnHost : IAsyncDisposable
{
    public const string Key = "operator-key-of-the-tests";

    private readonly ConcurrentQueue<string> _log;

    private AppOnHost(FunctionsHost host, ConcurrentQueue<string> log)
    {
        (Host, _log) = (host, log);
        Api = new Caller(host.Address, Key);
        Public = new Caller(host.Address, null);
    }

    public FunctionsHost Host { get; }

    public Caller Api { get; }

    /// <summary>Somebody without a key.</summary>
    public Caller Public { get; }

    /// <summary>Where the host itself calls the handler.</summary>
    public Uri HandlerAddress => new($"http://127.0.0.1:{Host.HandlerPort}");

    /// <summary>The lines so far, of the host and of the handler.</summary>
    public IReadOnlyCollection<string> Log => [.. _log];

    /// <param name="more">Settings beside the usual ones, or in their place.</param>
    public static async Task<AppOnHost> StartAsync(string storage, params (string Name, string Value)[] more)
    {
        var log = new ConcurrentQueue<string>();
        return new(await FunctionsHost.StartAsync(Options(storage, more, log)), log);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Public.Dispose();
        await Host.DisposeAsync();
    }

    private static FunctionsHostOptions Options(string storage, IEnumerable<(string Name, string Value)> more, ConcurrentQueue<string> log) => new()
    {
        AppFolder = BuiltApp.Folder,
        Settings = new Dictionary<string, string>(more.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)).Concat(
        [
            new("AzureWebJobsStorage", storage),
            new("ITA_OPERATOR_KEY", Key),
            new("ITA_READS", "open"),
            new("ITA_OTP_SHOW", "true"),
            new("ANNUAL_SCHEDULE", "0 0 3 2 1 *"),
            new("FUNCTIONS_WORKER_RUNTIME", "custom"),
        ]).DistinctBy(setting => setting.Key)),
        QueueVisibilityTimeout = TimeSpan.FromMilliseconds(200),
        QueuePollingInterval = TimeSpan.FromMilliseconds(100),
        BlobPollingInterval = TimeSpan.FromMilliseconds(200),
        Log = log.Enqueue,
    };
}
