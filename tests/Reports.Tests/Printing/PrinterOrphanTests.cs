using System.Diagnostics;
using Ita.Tests;

namespace Ita.Reports.Tests.Printing;

/// <summary>The Functions host kills its worker with SIGKILL but not the worker's children, so the browser must exit by itself.</summary>
[Collection(PrinterGroup.Name)]
public class PrinterOrphanTests
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task Killed_while_printing_it_leaves_no_browser_behind()
    {
        using var victim = Process.Start(new ProcessStartInfo(ProbePath) { RedirectStandardOutput = true })!;
        Assert.StartsWith("printed", await victim.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        var below = Processes.Below(victim.Id);
        Assert.Contains(below, process => process.Command.Contains("chrom", StringComparison.Ordinal));

        victim.Kill(entireProcessTree: false);

        Assert.Empty(await LeftAfterAsync(TimeSpan.FromMinutes(1), below));
    }

    internal static string ProbePath =>
        Repository.PathOf("tests", "Reports.PrintProbe", "bin", Configuration, "net10.0", "Ita.Reports.PrintProbe");

    private static async Task<List<ProcessSeen>> LeftAfterAsync(TimeSpan patience, IReadOnlyList<ProcessSeen> processes)
    {
        var waited = Stopwatch.StartNew();
        while (processes.Any(Processes.IsRunning) && waited.Elapsed < patience)
        {
            await Task.Delay(100);
        }

        return [.. processes.Where(Processes.IsRunning)];
    }
}
