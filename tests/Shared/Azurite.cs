using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ita.Tests;

/// <summary>
/// The official storage emulator, real and in memory, on ports of its own; one for a whole test run.
/// Use it as an xunit collection fixture.
/// </summary>
public sealed class Azurite : IAsyncLifetime, IDisposable
{
    // The emulator's account is public knowledge: it is printed in its manual.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly int[] ports = FreePorts(3);

    public Azurite()
    {
        var script = Path.Combine(RepositoryRoot(), "node_modules", "azurite", "dist", "src", "azurite.js");
        string[] options = ["--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence"];
        string[] endpoints = ["--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}"];
        process = new Process { StartInfo = new ProcessStartInfo("node", [script, .. options, .. endpoints]) };
    }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";

    /// <summary>The folder of ItaFunctions.sln, found from where the tests run.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItaFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No ItaFunctions.sln above the tests.");
    }

    public async Task InitializeAsync()
    {
        process.Start();
        using var limit = new CancellationTokenSource(StartLimit);
        foreach (var port in ports)
        {
            while (!await ListensAsync(port, limit.Token))
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    public Task DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    private static async Task<bool> ListensAsync(int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // All held open together, so that they differ.
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var free = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return free;
    }
}
