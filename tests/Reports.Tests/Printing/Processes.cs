namespace Ita.Reports.Tests.Printing;

/// <param name="Command">Command line, with spaces between the arguments.</param>
internal sealed record ProcessSeen(int Id, int Parent, string Command);

/// <summary>The process tree, read from /proc.</summary>
internal static class Processes
{
    /// <summary>All descendants of a process.</summary>
    public static IReadOnlyList<ProcessSeen> Below(int id)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Read).OfType<ProcessSeen>().ToLookup(process => process.Parent);
        return [.. Under(id)];

        IEnumerable<ProcessSeen> Under(int parent) => all[parent].SelectMany(child => Under(child.Id).Prepend(child));
    }

    public static bool IsRunning(ProcessSeen process) =>
        Read($"/proc/{process.Id}") is { } now && now.Command == process.Command;

    // A process that ends while it is read is skipped.
    private static ProcessSeen? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            var status = File.ReadAllText($"{folder}/stat");
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z"
                ? null
                : new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), File.ReadAllText($"{folder}/cmdline").Replace('\0', ' '));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
