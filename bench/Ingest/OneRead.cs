using System.Diagnostics;
using Ita.Bench.Material;

namespace Ita.Bench.Ingest;

/// <summary>The cost of reading a file once.</summary>
internal sealed record OneRead(double WallMs, double UserMs, double PeakMegabytes, double Sum)
{
    public const string Ours = "ours";
    public const string Bare = "bare";

    /// <summary>The path of a file's key, see <see cref="IngestFile.Key"/>.</summary>
    public static string KeyOf(string path) => Path.ChangeExtension(path, ".key");

    /// <summary>Reads in this process.</summary>
    public static OneRead Here(string way, string name, string path)
    {
        using var self = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), self.UserProcessorTime);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var sum = (way, name) switch
        {
            (Ours, _) => OurIngest.Read(file),
            (_, IngestFile.Scores) => BareScores.Read(file, BareItem.ReadAll(KeyOf(path))),
            _ => BareAnswers.Read(file, BareItem.ReadAll(KeyOf(path)), name == IngestFile.Labels),
        };
        self.Refresh();
        return new(clock.Elapsed.TotalMilliseconds, (self.UserProcessorTime - before).TotalMilliseconds, 0, sum);
    }

    /// <summary>Reads in a separate process, including start and compilation.</summary>
    public static OneRead Apart(string way, string name, string path)
    {
        var clock = Stopwatch.StartNew();
        using var child =
            Process.Start(new ProcessStartInfo("dotnet", [typeof(OneRead).Assembly.Location, way, name, path]) { RedirectStandardOutput = true })!;
        var words = child.StandardOutput.ReadToEnd().Split();
        child.WaitForExit();
        var facts = words.Take(3).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new(clock.Elapsed.TotalMilliseconds, facts[0], facts[1], facts[2]);
    }

    /// <summary>Entry point of the process that <see cref="Apart"/> starts: reads once and prints the cost of the
    /// whole process on one line.</summary>
    public static void Tell(string way, string name, string path)
    {
        var sum = Here(way, name, path).Sum;
        using var self = Process.GetCurrentProcess();
        var peak = ProcessFacts.TreeOf(Environment.ProcessId)[0].PeakMegabytes;
        Console.WriteLine(FormattableString.Invariant($"{self.UserProcessorTime.TotalMilliseconds} {peak} {sum:R}"));
    }
}
