namespace Ita.Bench.Ingest;

/// <summary>Reads each file alternately with the app's intake and the baseline parser: in separate processes, then
/// warm within one.</summary>
internal static class IngestRun
{
    /// <summary>Enough rounds for the runtime to finish optimising.</summary>
    private const int WarmRounds = 8;

    public static void Run(IEnumerable<string> names, string folder, int rounds, TextWriter output)
    {
        output.WriteLine("| file | | bare wall, user ms (fastest) | ours wall, user ms (fastest) "
            + "| wall ours / bare: fastest, median | user ours / bare | peak MB bare, ours |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var name in names)
        {
            var path = Path.Combine(folder, $"{name}.csv");
            var title = Invariant($"`{name}` {new FileInfo(path).Length / 1e6:0} MB");
            Compare(title, "whole process", rounds, way => OneRead.Apart(way, name, path), output);
            Warm(name, path);
            Compare(title, "warm", rounds, way => OneRead.Here(way, name, path), output);
        }
    }

    private static void Warm(string name, string path)
    {
        for (var round = 0; round < WarmRounds; round++)
        {
            OneRead.Here(OneRead.Bare, name, path);
            OneRead.Here(OneRead.Ours, name, path);
        }
    }

    private static void Compare(string title, string how, int rounds, Func<string, OneRead> read, TextWriter output)
    {
        List<OneRead> bare = [], ours = [];
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(read(OneRead.Bare));
            ours.Add(read(OneRead.Ours));
        }

        Agree(bare[0].Sum, ours[0].Sum);
        var peaks = ours[0].PeakMegabytes > 0 ? Invariant($"{bare.Max(one => one.PeakMegabytes):0}, {ours.Max(one => one.PeakMegabytes):0}") : "";
        var (wall, user) = (Ratio(bare, ours, one => one.WallMs), Ratio(bare, ours, one => one.UserMs));
        output.WriteLine(Invariant($"| {title} | {how} | {Fastest(bare)} | {Fastest(ours)} | {wall} | {user} | {peaks} |"));
    }

    private static void Agree(double bare, double ours)
    {
        if (Math.Abs(bare - ours) > 1e-6 * bare)
        {
            throw new InvalidDataException(Invariant($"The bare parser says {bare}, ours says {ours}."));
        }
    }

    private static string Fastest(List<OneRead> reads) => Invariant($"{reads.Min(one => one.WallMs):0}, {reads.Min(one => one.UserMs):0}");

    private static string Ratio(List<OneRead> bare, List<OneRead> ours, Func<OneRead, double> by)
    {
        var ratios = bare.Zip(ours, (one, other) => by(other) / by(one)).Order().ToList();
        return Invariant($"{ours.Min(by) / bare.Min(by):0.00}x, {ratios[ratios.Count / 2]:0.00}x");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
