using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Reports.Tests.Printing;
using Ita.Tests;

namespace Ita.App.Tests.Faults;

/// <summary>LocalHost as a process of its own with its handler below it, both of which can be killed, and started anew as a platform does it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        Repository.Root, "src", "LocalHost", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "localhost");

    private readonly string _folder = Directory.CreateTempSubdirectory("ita-faults-").FullName;
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentBag<ProcessSeen> _orphans = [];
    private Process? _host;
    private Caller? _api;
    private int _life;

    private HostProcess(string storage) => _settings = new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = storage,
        ["ITA_OPERATOR_KEY"] = AppOnHost.Key,
        ["ITA_READS"] = "open",
        ["ANNUAL_SCHEDULE"] = "0 0 3 2 1 *",
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        // Killed and refused that often, a message would use up its five tries without any fault of the app.
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "1000",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00.200",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.100",
    };

    /// <summary>How often LocalHost ended by itself, for its handler had died three times.</summary>
    public int GivenUp { get; private set; }

    public bool IsRunning => _host is { HasExited: false };

    public Caller Api => _api!;

    /// <summary>The last errors of all its lives, for whoever looks for the cause of a failure.</summary>
    public IEnumerable<string> Errors => Directory.EnumerateFiles(_folder, "*.log")
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

    /// <summary>Starts LocalHost unless it runs; again and again, for the storage may be away while it starts.</summary>
    public Task EnsureAsync() => Eventually.TrueAsync(async () => IsRunning || await TryStartAsync(), "LocalHost ready");

    /// <summary>SIGKILL to the handler alone; LocalHost starts the next one, or gives up. False when none is there to kill.</summary>
    public bool KillHandler()
    {
        var handler = Handler();
        Track(handler?.Id);
        return Kill(handler?.Id);
    }

    /// <summary>SIGKILL to LocalHost.</summary>
    /// <param name="leaveHandler">Whether its handler lives on without a host, as on a machine that lost its network, until <see cref="KillOrphans"/>.</param>
    public bool KillHost(bool leaveHandler)
    {
        var handler = Handler();
        Track(handler?.Id);
        var killed = Kill(_host?.Id);
        if (handler is not null && leaveHandler)
        {
            _orphans.Add(handler);
        }
        else
        {
            Kill(handler?.Id);
        }

        return killed;
    }

    /// <summary>Ends handlers that were left without a host.</summary>
    public void KillOrphans()
    {
        foreach (var handler in _orphans.Where(orphan => orphan.Command.Contains(BuiltApp.Worker, StringComparison.Ordinal) && Processes.IsRunning(orphan)))
        {
            Track(handler.Id);
            Kill(handler.Id);
        }
    }

    /// <summary>Whether any process below a killed handler, a browser for example, is still there.</summary>
    public bool HasLeftovers() => _orphans.Any(Processes.IsRunning);

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        KillHost(leaveHandler: false);
        KillOrphans();
        await Eventually.TrueAsync(() => Task.FromResult(!HasLeftovers()), "no process left behind");
        _host?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> TryStartAsync()
    {
        _api?.Dispose();
        GivenUp += _host is { HasExited: true, ExitCode: 1 } ? 1 : 0;
        _host?.Dispose();
        _life++;
        var ready = Path.Combine(_folder, $"{_life:00}.ready");
        _host = Process.Start(Start(ready))!;
        _host.BeginErrorReadLine();
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(ready) || _host.HasExited), "LocalHost ready or ended");
        if (!File.Exists(ready))
        {
            return false;
        }

        var port = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(ready)).GetProperty("port").GetInt32();
        _api = new Caller(new Uri($"http://localhost:{port}"), AppOnHost.Key);
        return true;
    }

    private ProcessStartInfo Start(string ready)
    {
        var start = new ProcessStartInfo(Program,
        [
            "--app", BuiltApp.Folder, "--port", "0", "--ready-file", ready, "--lease", "2",
            "--log", Path.Combine(_folder, $"{_life.ToString("00", CultureInfo.InvariantCulture)}.log"),
        ])
        {
            // Its few lines there are not for the reader of the tests.
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private ProcessSeen? Handler() => IsRunning
        ? Processes.Below(_host!.Id).FirstOrDefault(process => process.Parent == _host.Id && process.Command.Contains(BuiltApp.Worker, StringComparison.Ordinal))
        : null;

    private void Track(int? handler)
    {
        if (handler is { } id)
        {
            Array.ForEach([.. Processes.Below(id)], _orphans.Add);
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
            // It ended a moment ago.
            return false;
        }
    }
}
