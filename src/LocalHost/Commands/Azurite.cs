using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ita.LocalHost.Commands;

/// <summary>The official storage emulator as a child process; it goes when this process goes, however that happens.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's well-known key: no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Goes when its standard input closes, and that closes even when we are killed.
    private const string Script = "process.stdin.resume().on('end', () => process.exit(0)); require('./node_modules/azurite/dist/src/azurite.js');";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _node;

    private Azurite(Process node, int[] ports)
    {
        _node = node;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint={Endpoint(ports[0])};QueueEndpoint={Endpoint(ports[1])};TableEndpoint={Endpoint(ports[2])};";
    }

    public string ConnectionString { get; }

    /// <param name="packages">The folder that holds node_modules.</param>
    /// <param name="ports">Blob, queue and table port; null takes free ones.</param>
    /// <param name="data">Where it keeps its data; null keeps it in memory, for one run only.</param>
    /// <exception cref="IOException">It did not answer in a minute, or node is missing.</exception>
    public static async Task<Azurite> StartAsync(string packages, int[]? ports, string? data, CancellationToken cancellationToken)
    {
        ports ??= FreePorts(3);
        var node = Process.Start(StartInfo(packages, ports, data)) ?? throw new IOException("node did not start.");
        var azurite = new Azurite(node, ports);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        foreach (var port in ports)
        {
            await azurite.WaitForAsync(port, patience.Token);
        }

        return azurite;
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static string Endpoint(int port) => $"http://127.0.0.1:{port}/{Account}";

    private static ProcessStartInfo StartInfo(string packages, int[] ports, string? data)
    {
        var start = new ProcessStartInfo("node",
        [
            "-e", Script, "--", "azurite", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", $"{ports[0]}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{ports[1]}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{ports[2]}",
        ])
        {
            WorkingDirectory = packages,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in data is null ? ["--inMemoryPersistence"] : new[] { "--location", data })
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private async Task WaitForAsync(int port, CancellationToken cancellationToken)
    {
        while (!_node.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new IOException($"Azurite did not answer on port {port}.");
            }
        }

        throw new IOException($"Azurite ended with exit code {_node.ExitCode}; is port {port} taken?");
    }
}
