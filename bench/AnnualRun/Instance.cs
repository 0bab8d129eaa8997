using System.Diagnostics;
using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.AnnualRun;

/// <summary>One instance as the platform would start it: a host process with its worker, on the shared
/// store.</summary>
internal sealed class Instance : IAsyncDisposable
{
    public const string Key = "operator-key-of-the-bench";

    private readonly Process host;

    private Instance(Process host, int port)
    {
        this.host = host;
        Api = new(new Uri($"http://localhost:{port}"), Key);
    }

    public AppApi Api { get; }

    public static async Task<Instance> StartAsync(BenchStore store, int number)
    {
        var ready = Path.Combine(store.Folder, $"ready-{number}.json");
        var host = Process.Start(Start(store, ready, Path.Combine(store.Folder, $"instance-{number}.log")))!;
        while (!File.Exists(ready))
        {
            if (host.HasExited)
            {
                throw new IOException($"Instance {number} did not start; see {store.Folder}.");
            }

            await Task.Delay(100);
        }

        var told = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(ready));
        return new(host, told.GetProperty("port").GetInt32());
    }

    /// <summary>Host, worker and browser.</summary>
    public IReadOnlyList<ProcessFacts> Processes() => ProcessFacts.TreeOf(host.Id);

    public TimeSpan Cpu() => Processes().Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);

    /// <summary>Memory of the worker and its children, with shared memory counted once; 0 while it is
    /// starting.</summary>
    public long WorkerMemory() => Worker() is { } worker ? ProcessFacts.SharedOnce(worker.Id) : 0;

    /// <summary>Sends SIGKILL to the worker only, as a platform out of memory would; its host restarts it.</summary>
    public void KillWorker()
    {
        using var victim = Process.GetProcessById((Worker() ?? throw new InvalidOperationException("There is no worker to kill.")).Id);
        victim.Kill(entireProcessTree: false);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();

        // SIGTERM: LocalHost then stops the worker.
        using (var signal = Process.Start("kill", $"{host.Id}"))
        {
            await signal.WaitForExitAsync();
        }

        await host.WaitForExitAsync();
        host.Dispose();
    }

    private ProcessFacts? Worker() => Processes().FirstOrDefault(process => process.Name == "worker");

    private static ProcessStartInfo Start(BenchStore store, string ready, string log) => new(
        "dotnet",
        [Repository.At(".build", "localhost", "localhost.dll"), "--app", Repository.At(
            ".build",
            "app"), "--port", "0", "--ready-file", ready, "--log", log])
    {
        Environment =
        {
            ["AzureWebJobsStorage"] = store.ConnectionString,
            ["ITA_OPERATOR_KEY"] = Key,
            ["ANNUAL_SCHEDULE"] = "0 0 3 2 1 *",
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "629145600",

            // The same polling interval as ./run: shorter than in the cloud, where polling costs money.
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
        },
    };
}
