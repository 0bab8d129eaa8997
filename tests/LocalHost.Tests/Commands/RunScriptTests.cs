using System.Diagnostics;
using Ita.Tests;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>Wrong words after <c>./run --once</c> are refused in one sentence, before anything is installed, built or started.</summary>
public sealed class RunScriptTests
{
    [Theory]
    [InlineData("There is no file 'no-such-file.csv'.", "no-such-file.csv")]
    [InlineData("There is no file 'no-such-file.csv'.", "--no-pdf", "samples", "no-such-file.csv")]
    [InlineData("'banana' is not a kind of report.", "--reports", "banana")]
    [InlineData("'banana' is not a kind of report.", "samples", "--reports", "memo,banana")]
    [InlineData("'--report' is not known.", "--report", "memo")]
    public async Task A_wrong_word_is_named(string expected, params string[] words)
    {
        var (code, output, error) = await RunAsync(words);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.Contains("Nothing was started.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_kind_of_report_that_the_command_knows()
    {
        var (code, _, help) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains(string.Join(", ", Ita.LocalHost.Commands.OnceReports.KnownKinds), help, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using var run = Process.Start(new ProcessStartInfo("bash", ["./run", "--once", .. words])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, await output, await error);
    }
}
