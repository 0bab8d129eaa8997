using System.Diagnostics;
using Ita.Tests;

namespace Ita.App.Tests.Hosting;

/// <summary>Reads the QR code of a printed report as a telephone does: from a picture of its last page.</summary>
internal static class PrintedCode
{
    public static async Task<Uri> ScannedAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("ita-scan-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await RunAsync("pdftoppm", "-gray", "-r", "150", file, Path.Combine(folder.FullName, "page"));
            var last = folder.GetFiles("page*.pgm").MaxBy(page => page.Name, StringComparer.Ordinal)!;
            return new(await RunAsync("node", Repository.PathOf("tests", "App.Tests", "EndToEnd", "read-qr.mjs"), last.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool}: {await errors}");
        return await output;
    }
}
