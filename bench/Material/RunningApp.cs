using System.Diagnostics;

namespace Ita.Bench.Material;

/// <summary>The real app as <c>./run</c> starts it: Azurite on disk, LocalHost and the worker as separate
/// processes.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly Process localhost;

    private RunningApp(Process localhost, Uri address, string key, string temporary)
    {
        this.localhost = localhost;
        Api = new AppApi(address, key);
        (Key, Temporary) = (key, temporary);
    }

    public AppApi Api { get; }

    /// <summary>The operator key, for other clients.</summary>
    public string Key { get; }

    /// <summary>The temporary folder of the app, used by no other process.</summary>
    public string Temporary { get; }

    /// <param name="data">A new folder for the store.</param>
    public static async Task<RunningApp> StartAsync(string data)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Repository.At(".build", "localhost", "localhost.dll"), "serve", "--app", Repository.At(".build", "app"),
            "--packages", Repository.Root, "--data", data, "--log", Path.Combine(data, "app.log"),
        ])
        {
            RedirectStandardOutput = true,
        };
        var ports = AppApi.FreePorts(4);
        start.Environment["ITA_PORT"] = $"{ports[0]}";
        start.Environment["ITA_AZURITE_PORTS"] = string.Join(',', ports.Skip(1));
        var temporary = Directory.CreateDirectory(Path.Combine(data, "temporary")).FullName;
        start.Environment["TMPDIR"] = temporary;
        var localhost = Process.Start(start)!;
        while (await localhost.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("operator key", StringComparison.Ordinal))
            {
                return new(localhost, new Uri($"http://localhost:{ports[0]}"), line["operator key".Length..].Trim(), temporary);
            }
        }

        throw new IOException($"The app did not start; see {data}.");
    }

    public IReadOnlyList<ProcessFacts> Processes() => ProcessFacts.TreeOf(localhost.Id);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        // SIGTERM: LocalHost then stops the worker and Azurite.
        using (var signal = Process.Start("kill", $"{localhost.Id}"))
        {
            await signal.WaitForExitAsync();
        }

        await localhost.WaitForExitAsync();
        localhost.Dispose();
    }
}
