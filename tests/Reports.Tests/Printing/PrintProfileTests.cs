using System.Diagnostics;
using Ita.Reports.Printing;
using Ita.Reports.Tests.Analysis;
using Ita.Tests;

namespace Ita.Reports.Tests.Printing;

/// <summary>Profile folders of browsers: deleted with the printer, or by the next start when their process was killed.</summary>
[Collection(PrinterGroup.Name)]
public sealed class PrintProfileTests : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("ita-profiles-");

    [Fact]
    public async Task The_profile_of_a_killed_process_is_deleted_and_that_of_a_living_one_is_kept()
    {
        using var killed = Start();
        using var living = Start();
        await PrintedAsync(killed);
        await PrintedAsync(living);
        killed.Kill(entireProcessTree: true);
        await killed.WaitForExitAsync();
        Assert.Equal(2, Profiles().Length);

        Assert.Equal(1, PrintProfile.DeleteLeftOver(temporary.FullName));

        var kept = Assert.Single(Profiles());
        Assert.Contains(Processes.Below(living.Id), process => process.Command.Contains(kept, StringComparison.Ordinal));
        living.Kill(entireProcessTree: true);
    }

    [Fact]
    public void A_profile_of_an_earlier_version_has_no_lock_and_is_deleted()
    {
        temporary.CreateSubdirectory("ita-print-Abc123").CreateSubdirectory("Default");

        Assert.Equal(1, PrintProfile.DeleteLeftOver(temporary.FullName));
        Assert.Empty(Profiles());
    }

    [Fact]
    public void A_profile_of_an_earlier_version_that_a_browser_uses_is_kept()
    {
        var profile = temporary.CreateSubdirectory("ita-print-Abc123").FullName;
        using var browser = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "sleep 60; :", $"--user-data-dir={profile}"]))!;

        Assert.Equal(0, PrintProfile.DeleteLeftOver(temporary.FullName));

        browser.Kill(entireProcessTree: true);
        browser.WaitForExit();
        Assert.Equal(1, PrintProfile.DeleteLeftOver(temporary.FullName));
    }

    [Theory]
    [InlineData("ita-printed")]
    [InlineData("my-ita-print-1")]
    [InlineData("ita-image-1")]
    public void Other_folders_are_kept(string name)
    {
        var other = temporary.CreateSubdirectory(name);

        Assert.Equal(0, PrintProfile.DeleteLeftOver(temporary.FullName));
        Assert.True(Directory.Exists(other.FullName));
    }

    [Fact]
    public void A_file_of_that_name_is_kept()
    {
        var file = Path.Combine(temporary.FullName, "ita-print-notes");
        File.WriteAllText(file, "");

        Assert.Equal(0, PrintProfile.DeleteLeftOver(temporary.FullName));
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public void Chromium_runs_without_its_sandbox_only_where_it_cannot_have_one(bool isRoot, bool areNamespacesAllowed, bool isMissing)
    {
        var sandbox = Sandbox.Decide(isRoot, () => areNamespacesAllowed);

        Assert.Equal(isMissing, sandbox.Missing is not null);
        Assert.Equal(isMissing, sandbox.Flags.Contains("--no-sandbox"));
    }

    [Fact]
    public async Task A_missing_sandbox_is_reported_once()
    {
        var reports = new List<string>();
        using var printer = new ChromiumPdfPrinter(new() { Pages = 2, Report = reports.Add });

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            printer.PrintAsync(PrinterFixture.Page("ครั้งเดียว"), new(Examples.ComputedAt), CancellationToken.None)));

        Assert.Equal(Environment.IsPrivilegedProcess ? 1 : Math.Min(1, reports.Count), reports.Count);
        Assert.All(reports, report => Assert.StartsWith("Chromium runs without its sandbox: ", report, StringComparison.Ordinal));
    }

    public void Dispose() => temporary.Delete(recursive: true);

    private string[] Profiles() => Directory.GetDirectories(temporary.FullName, "ita-print-*");

    private Process Start() => Process.Start(
        new ProcessStartInfo(PrinterOrphanTests.ProbePath) { RedirectStandardOutput = true, Environment = { ["TMPDIR"] = temporary.FullName } })!;

    private static async Task PrintedAsync(Process probe) =>
        Assert.StartsWith("printed", await probe.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
}
