using System.Diagnostics;
using Ita.Bench.Material;

namespace Ita.Bench.Http;

/// <summary>Measures the time from start to the first response, then requests one after the other and eight at once,
/// for a page that does not use storage and for a published result.</summary>
internal static class HttpBench
{
    private const string Live = "/api/health/live";
    private const string Result = "/api/v1/results/2566/06150502";
    private const int Starts = 5;
    private const int Calls = 2_000;
    private const int AtOnce = 8;

    public static async Task RunAsync(string build, string storage, FigureTable table)
    {
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var host = await HostProcess.StartAsync(build, storage);
            starts.Add(host.FirstAnswer.TotalMilliseconds);
        }

        starts.Sort();
        table.Add("start of LocalHost to the first answer, median and fastest", Text($"{starts[Starts / 2]:0} ms, {starts[0]:0} ms"), "1,200 ms");
        await using var measured = await HostProcess.StartAsync(build, storage);
        await measured.IngestAsync(Repository.At("samples", "2566-scores-ekkarat.csv"), Result);
        foreach (var path in new[] { Live, Result })
        {
            await CallAsync(measured, path, Calls / 4, AtOnce);
            var (alone, _) = await CallAsync(measured, path, Calls, 1);
            var (_, perSecond) = await CallAsync(measured, path, Calls, AtOnce);
            table.Add($"{path}: one at a time, p50 and p99", Text($"{alone[Calls / 2]:0.0} ms, {alone[Calls * 99 / 100]:0.0} ms"), "p50 4 ms");
            table.Add($"{path}: eight at once", Text($"{perSecond:0} calls/s"), "200 calls/s");
        }

        foreach (var process in measured.Processes().Where(process => process.Name != "other"))
        {
            table.Add(
                $"{process.Name}: peak memory, CPU",
                Text($"{process.PeakMegabytes:0} MB, {process.Cpu.TotalSeconds:0.0} s"),
                process.Name == "worker" ? "< 300 MB" : "");
        }
    }

    private static async Task<(double[] Milliseconds, double PerSecond)> CallAsync(HostProcess host, string path, int calls, int atOnce)
    {
        var took = new double[calls];
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, calls), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (call, stop) =>
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await host.Http.GetAsync(new Uri(path, UriKind.Relative), stop);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(stop);
            took[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        var perSecond = calls / Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(took);
        return (took, perSecond);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
