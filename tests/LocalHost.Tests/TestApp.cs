using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>A Functions app in a temporary folder, with the test handler, and names no other test uses.</summary>
internal sealed class TestApp : IDisposable
{
    private const string HostJson = """
        {
          "version": "2.0",
          "functionTimeout": "00:05:00",
          "customHandler": {
            "description": { "defaultExecutablePath": "node", "arguments": ["handler.mjs"] },
            "enableForwardingHttpRequest": true, "enableProxyingHttpRequest": true
          },
          "extensions": { "queues": { "batchSize": 4, "newBatchThreshold": 4, "maxDequeueCount": 5, "messageEncoding": "base64" } }
        }
        """;

    private static int count;

    private readonly List<string> log = [];

    public TestApp(AzuriteStore? azurite = null)
    {
        Name = $"test{Interlocked.Increment(ref count)}";
        Folder = Directory.CreateTempSubdirectory("ita-localhost-").FullName;
        Settings["AzureWebJobsStorage"] = azurite?.ConnectionString ?? "UseDevelopmentStorage=true";
        File.WriteAllText(Path.Combine(Folder, "host.json"), HostJson);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "TestHandler", "handler.mjs"), Path.Combine(Folder, "handler.mjs"));
    }

    /// <summary>A name of this test's own, good for a queue, a container or a function.</summary>
    public string Name { get; }

    public string Folder { get; }

    public Dictionary<string, string> Settings { get; } = [];

    public HttpMode? HttpMode { get; set; }

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

    /// <summary>The invocations the handler wrote down.</summary>
    public IReadOnlyList<JsonNode> Calls =>
        File.Exists(Path.Combine(Folder, "calls.jsonl"))
            ? [.. File.ReadAllLines(Path.Combine(Folder, "calls.jsonl")).Select(line => JsonNode.Parse(line)!)]
            : [];

    public TestApp Http(string route = "{*path}", string name = "HttpApi") => Function(name,
        $$"""{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","route":"{{route}}"},{"type":"http","direction":"out","name":"res"}]}""");

    /// <summary>A function on the queue of this test, with a queue output <c>out</c>.</summary>
    public TestApp Queue(string dataType = "binary", string suffix = "") => Function("Work", $$"""
        {"bindings":[{"type":"queueTrigger","direction":"in","name":"job","queueName":"{{Name}}{{suffix}}","dataType":"{{dataType}}","connection":"AzureWebJobsStorage"},
        {"type":"queue","direction":"out","name":"out","queueName":"{{Name}}-out","connection":"AzureWebJobsStorage"}]}
        """);

    public TestApp Blob() => Function("Arrived", $$"""
        {"bindings":[{"type":"blobTrigger","direction":"in","name":"blob","path":"{{Name}}/{name}","source":"EventGrid","dataType":"binary","connection":"AzureWebJobsStorage"}]}
        """);

    public TestApp Function(string name, string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name));
        File.WriteAllText(Path.Combine(folder.FullName, "function.json"), json);
        return this;
    }

    /// <summary>Overrides a key of host.json.</summary>
    public TestApp With(string key, string value)
    {
        Settings["AzureFunctionsJobHost__" + key] = value;
        return this;
    }

    public Task<FunctionsHost> StartAsync() => FunctionsHost.StartAsync(new FunctionsHostOptions
    {
        AppFolder = Folder,
        Settings = Settings,
        QueueVisibilityTimeout = TimeSpan.Zero,
        QueuePollingInterval = TimeSpan.FromMilliseconds(100),
        BlobPollingInterval = TimeSpan.FromMilliseconds(100),
        HttpMode = HttpMode,
        Log = Keep,
    });

    public QueueClient QueueClient(string suffix = "") =>
        new(Settings["AzureWebJobsStorage"], Name + suffix, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public BlobContainerClient Container() => new(Settings["AzureWebJobsStorage"], Name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Keep(string line)
    {
        lock (log)
        {
            log.Add(line);
        }
    }
}
