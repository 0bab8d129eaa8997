using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Reports.Tests.Printing;
using Ita.Tests;

namespace Ita.App.Tests.Faults;

/// <summary>LocalHost as a separate process with its worker as a child; both can be killed, and are restarted as a
/// platform would.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        Repository.Root, "src", "LocalHost", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "localhost");

    private readonly string folder = Directory.CreateTempSubdirectory("ita-faults-").FullName;
    private readonly Dictionary<string, string> settings;
    private readonly ConcurrentBag<ProcessSeen> orphans = [];
    private Process? host;
    private Caller? api;
    private int life;

    private HostProcess(string storage) => settings = new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = storage,
        ["ITA_OPERATOR_KEY"] = AppOnHost.Key,
        ["ITA_READS"] = "open",
        [PublicAddress.Setting] = AppOnHost.PublicUrl,
        ["ANNUAL_SCHEDULE"] = "0 0 3 2 1 *",
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        // With the default of five attempts, so many kills and failures would exhaust a message's attempts without a
        // bug in the app.
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "1000",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00.200",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.100",
    };

    /// <summary>How often LocalHost ended by itself, because its worker had been killed three times.</summary>
    public int GivenUp { get; private set; }

    public bool IsRunning => host is { HasExited: false };

    public Caller Api => api!;

    /// <summary>The last errors of all its processes, to find the cause of a failure.</summary>
    public IEnumerable<string> Errors => Directory.EnumerateFiles(folder, "*.log")
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
        .TakeLast(40);

    public static async Task<HostProcess> StartAsync(string storage)
    {
        var host = new HostProcess(storage);
        await host.EnsureAsync();
        return host;
    }

    /// <summary>Starts LocalHost unless it is running; retries, because storage may be unavailable while it
    /// starts.</summary>
    public Task EnsureAsync() => Eventually.TrueAsync(async () => IsRunning || await TryStartAsync(), "LocalHost ready");

    /// <summary>Sends SIGKILL to the worker only; LocalHost restarts it, or gives up. False when no worker is
    /// running.</summary>
    public bool KillHandler()
    {
        var handler = Handler();
        Track(handler?.Id);
        return Kill(handler?.Id);
    }

    /// <summary>Sends SIGKILL to LocalHost.</summary>
    /// <param name="leaveHandler">True to leave its worker running without a host until <see cref="KillOrphans"/>, as
    /// on a machine that lost its network.</param>
    public bool KillHost(bool leaveHandler)
    {
        var handler = Handler();
        Track(handler?.Id);
        var killed = Kill(host?.Id);
        if (handler is not null && leaveHandler)
        {
            orphans.Add(handler);
        }
        else
        {
            Kill(handler?.Id);
        }

        return killed;
    }

    /// <summary>Kills workers that were left without a host.</summary>
    public void KillOrphans()
    {
        foreach (var handler in orphans.Where(
            orphan => orphan.Command.Contains(BuiltApp.Worker, StringComparison.Ordinal) && Processes.IsRunning(orphan)))
        {
            Track(handler.Id);
            Kill(handler.Id);
        }
    }

    /// <summary>True when a child process of a killed worker, for example a browser, is still running.</summary>
    public bool HasLeftovers() => orphans.Any(Processes.IsRunning);

    public async ValueTask DisposeAsync()
    {
        api?.Dispose();
        KillHost(leaveHandler: false);
        KillOrphans();
        await Eventually.TrueAsync(() => Task.FromResult(!HasLeftovers()), "no process left behind");
        host?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> TryStartAsync()
    {
        api?.Dispose();
        GivenUp += host is { HasExited: true, ExitCode: 1 } ? 1 : 0;
        host?.Dispose();
        life++;
        var ready = Path.Combine(folder, $"{life:00}.ready");
        host = Process.Start(Start(ready))!;
        host.BeginErrorReadLine();
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(ready) || host.HasExited), "LocalHost ready or ended");
        if (!File.Exists(ready))
        {
            return false;
        }

        var port = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(ready)).GetProperty("port").GetInt32();
        api = new Caller(new Uri($"http://localhost:{port}"), AppOnHost.Key);
        return true;
    }

    private ProcessStartInfo Start(string ready)
    {
        var start = new ProcessStartInfo(Program,
        [
            "--app", BuiltApp.Folder, "--port", "0", "--ready-file", ready, "--lease", "2",
            "--log", Path.Combine(folder, $"{life.ToString("00", CultureInfo.InvariantCulture)}.log"),
        ])
        {
            // Redirected so that it does not appear in the output of the tests.
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private ProcessSeen? Handler() => IsRunning
        ? Processes.Below(host!.Id)
            .FirstOrDefault(process => process.Parent == host.Id && process.Command.Contains(BuiltApp.Worker, StringComparison.Ordinal))
        : null;

    private void Track(int? handler)
    {
        if (handler is { } id)
        {
            Array.ForEach([.. Processes.Below(id)], orphans.Add);
        }
    }

    private static bool Kill(int? id)
    {
        try
        {
            using var process = id is { } known ? Process.GetProcessById(known) : null;
            process?.Kill(entireProcessTree: false);
            return process is not null;
        }
        catch (ArgumentException)
        {
            // The process ended a moment ago.
            return false;
        }
    }
}
