using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ita.Testing;

/// <summary>
/// The official storage emulator on ports of its own, empty, in memory. One for a test run: take it through the collection
/// <see cref="AzuriteTests"/>.
/// </summary>
public sealed class AzuriteProcess : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Goes when its standard input closes, and that closes even when the test run is killed.
    private const string Script =
        "process.stdin.resume().on('end', () => process.exit(0)); require('./node_modules/azurite/dist/src/azurite.js');";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly int[] _ports = FreePorts.Take(3);
    private Process? _node;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(_ports[0])};QueueEndpoint={Endpoint(_ports[1])};TableEndpoint={Endpoint(_ports[2])};";

    public async Task InitializeAsync()
    {
        _node = Process.Start(StartInfo()) ?? throw new InvalidOperationException("node did not start.");
        using var patience = new CancellationTokenSource(Patience);
        foreach (var port in _ports)
        {
            await WaitForAsync(port, patience.Token);
        }
    }

    public async Task DisposeAsync()
    {
        if (_node is { } node)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }
    }

    private static string Endpoint(int port) => $"http://127.0.0.1:{port}/{Account}";

    private ProcessStartInfo StartInfo() => new("node",
    [
        "-e", Script, "--", "azurite",
        "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
        "--blobHost", "127.0.0.1", "--blobPort", $"{_ports[0]}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{_ports[1]}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{_ports[2]}",
    ])
    {
        WorkingDirectory = RepositoryRoot.Path,
        RedirectStandardInput = true,
    };

    private async Task WaitForAsync(int port, CancellationToken cancellation)
    {
        while (!await ListensAsync(port, cancellation))
        {
            if (_node!.HasExited)
            {
                throw new InvalidOperationException($"Azurite ended with code {_node.ExitCode} before it listened. Is npm ci done?");
            }

            await Task.Delay(50, cancellation);
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
