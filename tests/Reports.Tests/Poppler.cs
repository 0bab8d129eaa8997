using System.ComponentModel;
using System.Diagnostics;

namespace Ita.Reports.Tests;

/// <summary>Inspects a PDF with poppler-utils.</summary>
internal static class Poppler
{
    /// <summary>The text in layout order, or in drawing order with the option -raw.</summary>
    public static Task<string> TextAsync(byte[] pdf, params string[] options) =>
        RunAsync(pdf, "pdftotext", options.Contains("-raw") ? options : [.. options, "-layout"], "-");

    /// <summary>The labels and values printed by pdfinfo.</summary>
    public static async Task<Dictionary<string, string>> InfoAsync(byte[] pdf) =>
        (await RunAsync(pdf, "pdfinfo", ["-rawdates"])).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim());

    /// <summary>The rows printed by pdffonts, without the header.</summary>
    public static async Task<IReadOnlyList<string>> FontsAsync(byte[] pdf) =>
        [.. (await RunAsync(pdf, "pdffonts", [])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    /// <summary>The page number of each picture.</summary>
    public static async Task<IReadOnlyList<string>> PicturesAsync(byte[] pdf) =>
        [.. (await RunAsync(pdf, "pdfimages", ["-list"])).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2).Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])];

    /// <summary>How far down each page is drawn on, between the margins of 2.5 and 2 cm: 0 for an empty page, 1 for a full one.</summary>
    public static async Task<IReadOnlyList<double>> FilledAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("ita-pages-");
        try
        {
            // A4 has 842 points in height; the area between the margins is drawn with one dot for each point.
            await RunAsync(
                pdf, "pdftoppm", ["-gray", "-r", "72", "-x", "0", "-y", "71", "-W", "595", "-H", "714"], Path.Combine(folder.FullName, "page"));
            return [.. folder.GetFiles().OrderBy(page => page.Name, StringComparer.Ordinal).Select(page => Filled(File.ReadAllBytes(page.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first page as a grey picture of 150 dots per inch: one byte per dot.</summary>
    public static async Task<(byte[] Dots, int Width, int Height)> GreyAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("ita-pages-");
        try
        {
            await RunAsync(pdf, "pdftoppm", ["-gray", "-r", "150", "-singlefile"], Path.Combine(folder.FullName, "page"));
            var picture = await File.ReadAllBytesAsync(folder.GetFiles().Single().FullName);
            var head = System.Text.Encoding.ASCII.GetString(picture, 0, 40).Split(['\n', ' ']);
            var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
            return (picture[^(width * height)..], width, height);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A grey picture: "P5", width, height and 255, each followed by one space or line break, then one byte per dot.
    private static double Filled(byte[] picture)
    {
        const int Width = 595;
        const int Height = 714;
        const byte Light = 230;
        var last = picture.AsSpan(picture.Length - (Width * Height)).LastIndexOfAnyInRange((byte)0, Light);
        return (last + 1d) / (Width * Height);
    }

    private static async Task<string> RunAsync(byte[] pdf, string tool, string[] options, params string[] after)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Started(tool, [.. options, file, .. after]);
            var errors = process.StandardError.ReadToEndAsync();
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{tool}: {await errors}");
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Started(string tool, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{tool} is not installed: these tests need the Debian package poppler-utils.", missing);
        }
    }
}
