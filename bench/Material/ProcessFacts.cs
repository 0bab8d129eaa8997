namespace Ita.Bench.Material;

/// <summary>Figures of the kernel about one process: its peak of resident memory (VmHWM) and its CPU time.</summary>
public sealed record ProcessFacts(int Id, string Command, long PeakBytes, TimeSpan Cpu)
{
    private const double TicksPerSecond = 100;

    /// <summary>The role of the process in the running app.</summary>
    public string Name =>
        Command.Contains("azurite", StringComparison.Ordinal) ? "Azurite"
        : Command.Contains("localhost.dll", StringComparison.Ordinal) ? "LocalHost"
        : Command.StartsWith("dotnet", StringComparison.Ordinal) && Command.Contains("Ita.Functions.dll", StringComparison.Ordinal) ? "worker"
        : "other";

    public double PeakMegabytes => PeakBytes / 1e6;

    /// <summary>A process and its descendants; processes that end meanwhile are left out.</summary>
    public static IReadOnlyList<ProcessFacts> TreeOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<(int Parent, ProcessFacts Facts)>()
            .ToList();
        var wanted = new HashSet<int> { root };
        while (all.Any(one => wanted.Contains(one.Parent) && wanted.Add(one.Facts.Id)))
        {
        }

        return [.. all.Select(one => one.Facts).Where(facts => wanted.Contains(facts.Id))];
    }

    /// <summary>Current memory of a process and its descendants, with shared memory counted once (PSS).</summary>
    public static long SharedOnce(int root) => TreeOf(root).Sum(process => ProportionalBytes(process.Id));

    /// <summary>Current memory of a process, with memory that it shares counted in proportion (PSS); 0 when it has ended.</summary>
    public static long ProportionalBytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static (int Parent, ProcessFacts Facts)? Read(int id)
    {
        try
        {
            // The name in parentheses may contain any character, so fields are counted from its end.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            var peak = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) ?? "VmHWM: 0 kB";
            var kilobytes = long.Parse(peak.Split(':', StringSplitOptions.TrimEntries)[1].Split(' ')[0], CultureInfo.InvariantCulture);
            var command = File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ').Trim();
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), new(
                id, command, kilobytes * 1024, TimeSpan.FromSeconds(ticks / TicksPerSecond)));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
