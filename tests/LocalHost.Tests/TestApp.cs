using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Common;
using Ita.LocalHost.Host;
using Ita.LocalHost.Triggers;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>The app of tests/LocalHost.TestWorker with some of its functions enabled, and queues and containers of its own.</summary>
internal sealed class TestApp : IDisposable
{
    private static readonly string[] Functions =
        ["Web", "Items", "Work", "Text", "Message", "Poison", "Elsewhere", "Arrived", "Listed", "Tick", "Retried"];

    private static int count;

    private readonly List<string> log = [];

    public TestApp(AzuriteStore? azurite, params string[] functions)
    {
        Name = $"test{Interlocked.Increment(ref count)}";
        Folder = Directory.CreateTempSubdirectory("ita-localhost-").FullName;
        Settings["AzureWebJobsStorage"] = azurite?.ConnectionString ?? "UseDevelopmentStorage=true";
        Settings["AzureFunctionsWebHost__hostid"] = Name;
        Settings["TEST_NAME"] = Name;
        Settings["TEST_CALLS"] = CallsFile;
        Settings["TEST_SCHEDULE"] = "0 0 3 2 1 *";
        foreach (var unused in Functions.Except(functions))
        {
            Settings[$"AzureWebJobs.{unused}.Disabled"] = "true";
        }
    }

    public static string WorkerFolder { get; } = Repository.PathOf(
        "tests", "LocalHost.TestWorker", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    /// <summary>A name that no other test has; valid for queues and containers.</summary>
    public string Name { get; }

    /// <summary>A temporary folder.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Settings { get; } = [];

    public TimeSpan? Lease { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public TimeSpan DrainLimit { get; set; } = TimeSpan.FromSeconds(30);

    public string CallsFile => Path.Combine(Folder, "calls");

    /// <summary>The host's log so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return string.Join('\n', log);
            }
        }
    }

    /// <summary>The calls that the functions of the test worker recorded.</summary>
    public IReadOnlyList<Call> Calls => File.Exists(CallsFile)
        ? [.. File.ReadAllLines(CallsFile).Select(line => new Call(JsonNode.Parse(line)!))]
        : [];

    /// <summary>Overrides a key of host.json.</summary>
    public TestApp With(string key, string value)
    {
        Settings["AzureFunctionsJobHost__" + key] = value;
        return this;
    }

    public Task<FunctionsHost> StartAsync() => FunctionsHost.StartAsync(new FunctionsHostOptions
    {
        AppFolder = WorkerFolder,
        Settings = Settings,
        QueueVisibilityTimeout = TimeSpan.Zero,
        QueuePollingInterval = TimeSpan.FromMilliseconds(100),
        QueueLease = Lease,
        Log = Keep,
        DrainLimit = DrainLimit,
        Clock = Clock,
    });

    /// <summary>Ends the waiting of functions that were ordered to be slow.</summary>
    public void Release() => File.WriteAllText(CallsFile + ".go", "");

    public IEnumerable<Call> CallsOf(string body) => Calls.Where(call => call.Text == body);

    public Task UntilCalledAsync(string body, int times = 1) =>
        Eventually.TrueAsync(() => Task.FromResult(CallsOf(body).Count() >= times), () => $"{times} calls with '{body}', log: {Log}");

    public Task UntilLoggedAsync(string text) =>
        Eventually.TrueAsync(() => Task.FromResult(Log.Contains(text, StringComparison.Ordinal)), () => $"'{text}' in the log: {Log}");

    /// <summary>A queue of this test. Its messages are base64, as host.json says.</summary>
    public QueueClient Queue(string suffix = "", QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        new(Settings["AzureWebJobsStorage"], Name + suffix, new QueueClientOptions { MessageEncoding = encoding });

    public BlobContainerClient Container(string? name = null) => new(Settings["AzureWebJobsStorage"], name ?? Name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Keep(string line)
    {
        lock (log)
        {
            log.Add(line);
        }
    }
}

/// <summary>A call that a function of the test worker recorded.</summary>
internal sealed class Call(JsonNode line)
{
    public byte[] Body => Convert.FromBase64String((string)line["body"]!);

    public string Text => Encoding.UTF8.GetString(Body);

    public string Function => (string)line["function"]!;

    public int ProcessId => (int)line["pid"]!;

    public int? Retry => (int?)line["retry"];

    public string? Data(string name) => (string?)line["data"]![name];
}
