namespace Ita.Reports.Printing;

/// <summary>The processes of this machine as far as they can be seen, from /proc.</summary>
internal static class RunningProcesses
{
    private const string Proc = "/proc";

    /// <summary>Command lines with zeros between the arguments; empty where there is no /proc.</summary>
    public static IReadOnlyList<string> CommandLines() => !Directory.Exists(Proc)
        ? []
        : [.. Directory.EnumerateDirectories(Proc).Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(Read).OfType<string>()];

    private static string? Read(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The process has ended.
            return null;
        }
    }
}
