using System.Diagnostics;

namespace Ita.Tests.Office;

/// <summary>LibreOffice without windows, which saves files as an officer would. ./test installs it as root.</summary>
internal static class LibreOffice
{
    /// <summary>All sheets, each as a file of its own: commas, quotes, UTF-8, and cells as shown.</summary>
    public const string EverySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    private const string Calc = "libsclo.so";
    private const string Writer = "libswlo.so";

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    /// <summary>Whether it reads workbooks here.</summary>
    public static bool HasCalc => Has(Calc);

    /// <summary>Whether it reads documents here.</summary>
    public static bool HasWriter => Has(Writer);

    /// <summary>Saves files in another format; those of <c>scores.ods</c> are named <c>scores.xlsx</c> or, by sheet, <c>scores-IIT.csv</c>.</summary>
    /// <param name="files">By name with extension. One call converts all, because LibreOffice takes seconds to start.</param>
    /// <param name="to">An extension, or one with a filter.</param>
    public static async Task<Dictionary<string, byte[]>> SaveAsync(IReadOnlyDictionary<string, byte[]> files, string to)
    {
        var folder = Directory.CreateTempSubdirectory("ita-office-");
        try
        {
            var output = Path.Combine(folder.FullName, "out");
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes);
            }

            // A profile of its own: two programs with one profile wait for each other. CSV is read as UTF-8 with commas.
            await RunAsync(
            [
                "--headless", "--norestore", $"-env:UserInstallation=file://{folder.FullName}/profile",
                .. files.Keys.Any(name => name.EndsWith(".csv", StringComparison.Ordinal)) ? ["--infilter=CSV:44,34,76"] : Array.Empty<string>(),
                "--convert-to", to, "--outdir", output, .. files.Keys.Select(name => Path.Combine(folder.FullName, name)),
            ]);
            return Directory.GetFiles(output).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Has(string part) => Program is not null
        && File.Exists(Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(Program, returnFinalTarget: true)?.FullName ?? Program)!, part));

    private static async Task RunAsync(string[] words)
    {
        using var office = Process.Start(new ProcessStartInfo(Program!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync();
        Assert.True(office.ExitCode == 0, string.Concat(said));
    }
}

/// <summary>A test that is skipped where LibreOffice is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() =>
        Skip = LibreOffice.HasCalc ? null : "LibreOffice Calc is not installed: install the package libreoffice-calc-nogui.";
}

/// <summary>A test that is skipped where LibreOffice does not read documents.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeWriterFactAttribute : FactAttribute
{
    public LibreOfficeWriterFactAttribute() =>
        Skip = LibreOffice.HasWriter ? null : "LibreOffice Writer is not installed: install the package libreoffice-writer-nogui.";
}
