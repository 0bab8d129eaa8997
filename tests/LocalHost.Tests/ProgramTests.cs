using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Ita.LocalHost.Tests;

/// <summary>The program itself, as a process.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_tells_when_it_is_ready_and_stops_cleanly_on_a_signal(string signal)
    {
        var readyFile = Path.Combine(app.Folder, "ready.json");
        using var program = Start("--app", app.Http().Folder, "--port", "0", "--ready-file", readyFile, "--log", Path.Combine(app.Folder, "log"));
        await Eventually.TrueAsync(() => File.Exists(readyFile), "a ready file");
        var ready = JsonNode.Parse(await File.ReadAllTextAsync(readyFile))!;
        using var handler = Process.GetProcessById((int)ready["handlerPid"]!);
        using var http = new HttpClient();
        Assert.Contains("\"pid\"", await http.GetStringAsync(new Uri($"http://localhost:{ready["port"]}/api/x")), StringComparison.Ordinal);

        await Process.Start("kill", [$"-{signal}", program.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExitAsync();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        await Eventually.TrueAsync(() => handler.HasExited, "the handler's end");
        Assert.Empty(await program.StandardOutput.ReadToEndAsync());
        Assert.Matches(@"LocalHost ready on http://localhost:\d+ in \d+ ms", await program.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task It_ends_with_1_when_the_handler_fails_too_often()
    {
        app.Settings["START"] = "refuse";
        using var program = Start("--app", app.Http().Folder, "--port", "0");
        await program.WaitForExitAsync();
        Assert.Equal(1, program.ExitCode);
        Assert.Contains("failed three times", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_2_and_tells_its_usage_when_misused()
    {
        using var program = Start("--nonsense");
        await program.WaitForExitAsync();
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--ready-file FILE", await program.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
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
