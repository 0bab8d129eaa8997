using System.Diagnostics;
using System.Security.Cryptography;
using Ita.Bench.Material;

namespace Ita.Bench.AnnualRun;

/// <summary>Creates the nation, scores it from its files, runs it with one, two and more instances, kills workers,
/// and checks every manifest.</summary>
internal sealed class AnnualBench(AnnualOptions options, BenchStore store, TextWriter output)
{
    private const int Year = 2566;
    private const int RankingRounds = 5;

    private readonly NationShape nation = new(options.Agencies, Year, Faulty: true);
    private ImmutableArray<Instance> instances = [];
    private readonly FigureTable table =
        new(output, Invariant($"The annual run: {options.Agencies:#,0} agencies, two years, up to {options.Instances} instances"));
    private bool exact = true;

    // The number of agencies that each run of the sample prints.
    private int Share => options.Sample / (options.Instances + 1);

    /// <returns>True when every manifest was exact.</returns>
    public async Task<bool> RunAsync()
    {
        await using var memory = new MemoryWatch(() => instances);
        try
        {
            await MeasureAsync();
            table.Add("peak memory of a worker with its browser", Invariant($"{memory.Peak / 1e6:0} MB"), "< 1,500 MB");
            table.Add("peak memory of the store", Invariant($"{BenchStore.Process.PeakMegabytes:0} MB"));
            table.Add("every manifest exact, every hash right", exact ? "yes" : "NO", "yes");
            return exact;
        }
        finally
        {
            foreach (var instance in instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    private async Task MeasureAsync()
    {
        for (var count = 1; count <= options.Instances; count++)
        {
            instances = instances.Add(await Instance.StartAsync(store, count));
            if (count == 1)
            {
                await IngestAsync(Year - 1);
                await IngestAsync(Year);
            }

            await ScoreAsync(count, kills: null);
            await PrintAsync(count, kills: null);
        }

        await ScoreAsync(options.Instances + 1, new Kills(instances, options.Agencies));
        await PrintAsync(options.Instances + 1, new Kills(instances, Share));
        await RankAsync();
    }

    private async Task IngestAsync(int year)
    {
        var shape = nation with { Year = year, Seed = year };
        var api = instances[0].Api;
        var rows = 0;
        var files = new[]
        {
            await FileAsync($"{year}-registry.csv", file => NationFile.WriteUnscored(file, shape)),
            await FileAsync($"{year}-scores.csv", file => rows = NationFile.Write(file, shape)),
        };
        var (clock, cpu, storeCpu) = (Stopwatch.StartNew(), instances[0].Cpu(), BenchStore.Process.Cpu);
        foreach (var file in files)
        {
            var settled = await api.SettledAsync(await api.UploadAsync(file));
            exact &= settled.GetProperty("status").GetString()!.StartsWith("accepted", StringComparison.Ordinal);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var (appCpu, ofStore) = (instances[0].Cpu() - cpu, BenchStore.Process.Cpu - storeCpu);
        table.Add(
            Invariant($"{year} scored and stored from its files, {rows:#,0} rows, one instance"),
            Invariant(
                $"{seconds:0.0} s, {options.Agencies / seconds:0} agencies/s, CPU {appCpu.TotalSeconds:0.0} s + store {ofStore.TotalSeconds:0.0} s"),
            "< 180 s");
    }

    // Runs the whole nation without printing. Digits and `only` have no effect on such a run; they differ so that each
    // is a run of its own.
    private async Task ScoreAsync(int number, Kills? kills)
    {
        var order = new
        {
            fiscalYear = Year,
            scope = "nation",
            kinds = new[] { "result" },
            only = number % 2 == 0 ? "all" : "missing",
            digits = number > 2 ? "thai" : "arabic",
        };
        var run = await MeasuredRun.OfAsync(instances, order, kills is null ? null : kills.LookAsync);
        table.Add(Invariant($"run without printing, {run.Done:#,0} results, {Told(kills)}"), Figures(run, kills));
        await CheckedAsync(run, Expected.Lines(nation, Enumerable.Range(0, options.Agencies), printed: false));
    }

    private async Task PrintAsync(int number, Kills? kills)
    {
        var numbers = Enumerable.Range((number - 1) * Share, Share).Select(place => place * (options.Agencies / options.Sample)).ToList();
        var agencies = numbers.Select(one => NationAgency.Number(one).Code);
        var order = new { fiscalYear = Year, scope = new { agencies }, kinds = new[] { "analysis" } };
        var run = await MeasuredRun.OfAsync(instances, order, kills is null ? null : kills.LookAsync);
        table.Add(Invariant($"run with printing, {run.Done} reports, {Told(kills)}"), Figures(run, kills));
        foreach (var (agency, sha256) in await CheckedAsync(run, Expected.Lines(nation, numbers, printed: true)))
        {
            var pdf = await instances[0].Api.BytesAsync($"reports/{Year}/{agency}/analysis?format=pdf");
            exact &= Convert.ToHexStringLower(SHA256.HashData(pdf)) == sha256;
        }
    }

    /// <returns>The hash of each finished line, by agency.</returns>
    private async Task<IReadOnlyDictionary<string, string>> CheckedAsync(MeasuredRun run, IReadOnlyList<string> expected)
    {
        var (lines, hashes) = Expected.Read(await instances[0].Api.BytesAsync($"runs/{run.Id}/manifest.csv"));
        var right = lines.SequenceEqual(expected);
        exact &= right;
        var outcome = right ? "exact" : $"NOT exact, {lines.Except(expected).FirstOrDefault()} for {expected.Except(lines).FirstOrDefault()}";
        Console.Error.WriteLine(Invariant($"{run.Id}: {lines.Count} lines, {outcome}"));
        return hashes;
    }

    private async Task RankAsync()
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < RankingRounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await instances[0].Api.BytesAsync($"rankings/{Year}");
            times.Add(clock.Elapsed);
        }

        table.Add("ranking of the nation, warm", Invariant($"{times.Order().ElementAt(RankingRounds / 2).TotalSeconds:0.00} s"), "< 1 s");
    }

    private async Task<string> FileAsync(string name, Action<Stream> write)
    {
        var path = Path.Combine(store.Folder, name);
        await using var file = File.Create(path);
        write(file);
        return path;
    }

    private string Told(Kills? kills) =>
        kills is null ? Invariant($"{instances.Length} instance(s)") : Invariant($"{kills.Done} of {instances.Length} workers killed midway");

    private static string Figures(MeasuredRun run, Kills? kills) => kills is null ? run.Figures : Invariant($"{run.Time.TotalSeconds:0.0} s");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
