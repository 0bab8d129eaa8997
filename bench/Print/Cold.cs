using System.Diagnostics;
using Ita.Reports.Printing;

namespace Ita.Bench.Print;

/// <summary>From process start to the first PDF: starts this program again and waits for its output.</summary>
internal static class Cold
{
    public const string Ours = "cold";
    public const string Bare = "cold-bare";

    private const string Printed = "printed";

    /// <summary>Entry point of the started process.</summary>
    public static async Task PrintOnceAsync(string way)
    {
        var html = await Report.HtmlAsync(Report.Short());
        if (way == Bare)
        {
            await using var bare = await BareChromium.StartAsync();
            await bare.PrintAsync(html);
            Console.WriteLine(Printed);
            return;
        }

        using var printer = new ChromiumPdfPrinter();
        await printer.PrintAsync(html, new PdfOptions(Report.ComputedAt), CancellationToken.None);
        Console.WriteLine(Printed);
    }

    /// <summary>The time until a new process reports that it has printed.</summary>
    public static async Task<TimeSpan> MeasureAsync(string way)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Cold).Assembly.Location, way]) { RedirectStandardOutput = true })!;
        var word = await process.StandardOutput.ReadLineAsync();
        var took = clock.Elapsed;
        await process.WaitForExitAsync();
        return word == Printed ? took : throw new InvalidOperationException($"'{way}' ended with {process.ExitCode}.");
    }
}
