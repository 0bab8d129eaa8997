using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>The program itself, as a process.</summary>
[Collection(StorageCollection.Name)]
public sealed class ProgramTests(AzuriteStore azurite) : IDisposable
{
    private readonly TestApp app = new(azurite, "Web", "Work");

    private string LogFile => Path.Combine(app.Folder, "log");

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_lets_a_call_in_progress_end_with_200_and_stops_everything(string signal)
    {
        using var program = Start("--app", TestApp.WorkerFolder, "--port", "0", "--ready-file", ReadyFile, "--log", LogFile);
        var ready = await ReadyAsync();
        using var worker = Process.GetProcessById((int)ready["workerPid"]!);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{ready["port"]}") };
        var slow = http.GetAsync("/api/slow");
        await Eventually.TrueAsync(() => Log().Contains("the slow call has begun", StringComparison.Ordinal), "the slow call");
        await SignalAsync(program, signal);
        await Listening.UntilClosedAsync((int)ready["port"]!);
        Assert.False(slow.IsCompleted);
        app.Release();
        using var answer = await slow;
        Assert.Equal((HttpStatusCode.OK, "slow"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        Assert.True(worker.HasExited, Log());
        Assert.Contains($"Worker {worker.Id} ended with exit code 0", Log(), StringComparison.Ordinal);
        Assert.Empty(await program.StandardOutput.ReadToEndAsync());
        Assert.Matches(@"LocalHost ready on http://localhost:\d+ in \d+ ms", await program.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task A_killed_host_takes_its_worker_along_and_its_message_comes_again_after_the_lease()
    {
        using (var program = Start("--app", TestApp.WorkerFolder, "--port", "0", "--ready-file", ReadyFile, "--log", LogFile, "--lease", "2"))
        {
            var ready = await ReadyAsync();
            using var worker = Process.GetProcessById((int)ready["workerPid"]!);
            await app.Queue().SendMessageAsync("wait-once");
            await app.UntilCalledAsync("wait-once");
            program.Kill();
            await Eventually.TrueAsync(() => worker.HasExited, "the worker's end");
        }

        await using var next = await app.StartAsync();
        await app.UntilCalledAsync("wait-once", times: 2);
        await app.UntilLoggedAsync("Executed 'Work' (Succeeded");
    }

    [Fact]
    public async Task It_ends_with_1_when_the_worker_does_not_start()
    {
        app.Settings["TEST_START"] = "refuse";
        using var program = Start("--app", TestApp.WorkerFolder, "--port", "0");
        await program.WaitForExitAsync();
        Assert.Equal(1, program.ExitCode);
        Assert.Contains("failed to start 3 times in a row", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_1_when_the_folder_holds_no_app()
    {
        using var program = Start("--app", app.Folder, "--port", "0");
        await program.WaitForExitAsync();
        Assert.Equal(1, program.ExitCode);
        Assert.Contains("no host.json", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_2_and_its_usage_when_misused()
    {
        using var program = Start("--nonsense");
        await program.WaitForExitAsync();
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--ready-file <FILE>", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private string ReadyFile => Path.Combine(app.Folder, "ready.json");

    private static Task SignalAsync(Process program, string signal) =>
        Process.Start("kill", [$"-{signal}", program.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExitAsync();

    private string Log() => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private async Task<JsonNode> ReadyAsync()
    {
        await Eventually.TrueAsync(() => File.Exists(ReadyFile), "a ready file");
        return JsonNode.Parse(await File.ReadAllTextAsync(ReadyFile))!;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "localhost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in app.Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
