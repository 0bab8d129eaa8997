using System.Diagnostics;
using Ita.Tests;

namespace Ita.LocalHost.Tests.Commands;

/// <summary><c>localhost serve</c> as <c>./run</c> starts it, without an app, in a process group of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process process;
    private readonly string data;

    private ServeProcess(Process process, string data) => (this.process, this.data) = (process, data);

    /// <summary>The id of the process and of its process group.</summary>
    public int Id => process.Id;

    public int StorageId => int.Parse(File.ReadAllText(Path.Combine(data, "storage", "pid")), CultureInfo.InvariantCulture);

    public string ConnectionString { get; private set; } = "";

    public IEnumerable<int> StoragePorts => ConnectionString.Split(';').Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal))
        .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port);

    public static ServeProcess Start(string data, params int[] ports) => Start(data, ports, []);

    public static async Task<ServeProcess> StartedAsync(string data, params (string Name, string Value)[] settings)
    {
        var serve = Start(data, [], settings);
        var line = await serve.process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException(await serve.process.StandardError.ReadToEndAsync());
        serve.ConnectionString = line["AzureWebJobsStorage=".Length..];
        return serve;
    }

    public static string[] Words(string data) =>
        [Path.Combine(AppContext.BaseDirectory, "localhost.dll"), "serve", "--packages", Repository.Root, "--data", data];

    public static void Use(ProcessStartInfo start, int[] ports)
    {
        start.Environment["ITA_PORT"] = $"{ports[0]}";
        start.Environment["ITA_AZURITE_PORTS"] = string.Join(',', ports.Skip(1));
    }

    /// <param name="to">A process id, or a process group id below zero.</param>
    public static void Kill(string signal, int to)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", to.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<(int ExitCode, string Error)> EndedAsync()
    {
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill("TERM", Id);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static ServeProcess Start(string data, int[] ports, (string Name, string Value)[] settings)
    {
        // setsid gives it a process group of its own, so that signals to that group do not reach the tests.
        var start = new ProcessStartInfo("setsid", ["dotnet", .. Words(data)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Use(start, ports.Length == 0 ? [0, 0, 0, 0] : ports);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!, data);
    }
}
