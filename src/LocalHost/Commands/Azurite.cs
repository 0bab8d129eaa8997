using System.Diagnostics;

namespace Ita.LocalHost.Commands;

/// <summary>
/// The official storage emulator as a child process. It writes its files and ends when it is disposed, and also when this
/// process ends or is killed.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's well-known key, which is public.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // What scripts/azurite.js writes.
    private const string Ready = "ready ";
    private const string Stopping = "stopping";
    private const string Damaged = "DAMAGED ";

    private readonly Process node;
    private readonly Action<string> log;
    private string lastError = "";
    private Task<string> ended = Task.FromResult("");

    private Azurite(Process node, Action<string> log)
    {
        (this.node, this.log) = (node, log);
        node.ErrorDataReceived += (_, line) => TakeError(line.Data);
        node.BeginErrorReadLine();
    }

    public string ConnectionString { get; private set; } = "";

    /// <param name="packages">The folder that holds node_modules and scripts.</param>
    /// <param name="ports">Blob, queue and table port; null takes free ones.</param>
    /// <param name="data">Where it keeps its data; null keeps it in memory.</param>
    /// <param name="log">Receives what Azurite writes to its stderr.</param>
    /// <exception cref="IOException">It did not start: a port is taken, its data is damaged, or node is missing.</exception>
    public static async Task<Azurite> StartAsync(
        string packages, int[]? ports, string? data, CancellationToken cancellationToken, Action<string>? log = null)
    {
        var node = Process.Start(StartInfo(packages, ports ?? [0, 0, 0], data)) ?? throw new IOException("node did not start.");
        var azurite = new Azurite(node, log ?? (_ => { }));
        try
        {
            await azurite.ReadyAsync(data, cancellationToken);
            azurite.ended = azurite.WaitForEndAsync();
            return azurite;
        }
        catch
        {
            await azurite.CloseAsync();
            throw;
        }
    }

    /// <exception cref="IOException">Azurite has ended, or is about to, without being disposed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reason = await ended.WaitAsync(cancellationToken);

        // A signal to a process group reaches this process too and cancels the token; then this is an ordinary stop.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);

        // Written now, because stopping the app without its storage may take a while.
        await Console.Error.WriteLineAsync($"{reason}. Stopping the app.");
        throw new IOException(reason);
    }

    /// <summary>Returns when Azurite has written its files.</summary>
    /// <exception cref="IOException">Azurite could not write its files.</exception>
    public async ValueTask DisposeAsync()
    {
        var hasEnded = ended.IsCompleted;
        var exitCode = await CloseAsync();
        if (exitCode != 0 && !hasEnded)
        {
            throw new IOException($"Azurite did not close its files (exit code {exitCode}): {lastError}");
        }
    }

    private static string Endpoint(string port) => $"http://127.0.0.1:{port}/{Account}";

    private static ProcessStartInfo StartInfo(string packages, int[] ports, string? data) => new("node",
    [
        Path.Combine(packages, "scripts", "azurite.js"), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        "--blobHost", "127.0.0.1", "--blobPort", $"{ports[0]}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{ports[1]}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{ports[2]}",
        .. data is null ? ["--inMemoryPersistence"] : new[] { "--location", data },
    ])
    {
        WorkingDirectory = packages,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    // The child writes to this pipe when it listens itself, so another program on the same port cannot be taken for it.
    private async Task ReadyAsync(string? data, CancellationToken cancellationToken)
    {
        while (await node.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                var ports = line[Ready.Length..].Split(' ');
                ConnectionString =
                    $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
                    + $"BlobEndpoint={Endpoint(ports[0])};QueueEndpoint={Endpoint(ports[1])};TableEndpoint={Endpoint(ports[2])};";
                return;
            }
        }

        await node.WaitForExitAsync(cancellationToken);
        throw new IOException(lastError.Split(Damaged) is [_, var found]
            ? $"The store is damaged: {found}. Nothing else was started. {DataFolder.Remedy(data ?? "")}"
            : $"Azurite did not start: {lastError} Its ports are those of {Ports.StorageName}.");
    }

    private async Task<string> WaitForEndAsync()
    {
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Stopping)
            {
                return "Azurite was asked to stop by SIGTERM";
            }
        }

        await node.WaitForExitAsync();
        return string.Create(CultureInfo.InvariantCulture, $"Azurite ended with exit code {node.ExitCode}: {lastError}");
    }

    private async Task<int> CloseAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        var exitCode = node.ExitCode;
        node.Dispose();
        return exitCode;
    }

    private void TakeError(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            lastError = line;
            log($"[Azurite] {line}");
        }
    }
}
