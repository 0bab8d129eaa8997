using System.Diagnostics;
using Ita.Bench.Material;

namespace Ita.Bench.Load;

/// <summary>Runs the mix for some minutes, waits until its work is done, stops the app, and prints the figures.</summary>
internal static class LoadRun
{
    private const int Parts = 6;
    private const int LongestEnd = 10;
    private const double Megabyte = 1e6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <returns>0 without an error, a browser or a temporary file; otherwise 1.</returns>
    public static async Task<int> RunAsync(LoadOptions options, string data, TextWriter output)
    {
        var table = new FigureTable(output, Text($"Steady mixed load, {options.Minutes} minutes"));
        var (errors, browsers, temporary) = await MeasureAsync(options, data, table);
        var left = await CountLeftAsync(browsers);
        table.Add("processes of Chromium before and after the app is stopped", Text($"{browsers.Length}, {left}"), "0 after");
        var files = Sample.FilesIn(temporary).ToList();
        table.Add("temporary files after the app is stopped", Text($"{files.Count} {string.Join(", ", files.Take(5))}").Trim(), "0");
        return errors + left + files.Count == 0 ? 0 : 1;
    }

    // A browser ends soon after the worker that it was started by.
    private static async Task<int> CountLeftAsync(ImmutableArray<int> browsers)
    {
        for (var second = 0; second < LongestEnd; second++)
        {
            if (!browsers.Any(IsRunning))
            {
                break;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return browsers.Count(IsRunning);

        static bool IsRunning(int process) => Directory.Exists($"/proc/{process}");
    }

    private static async Task<(int Errors, ImmutableArray<int> Browsers, string Temporary)> MeasureAsync(
        LoadOptions options, string data, FigureTable table)
    {
        await using var app = await RunningApp.StartAsync(data);
        using var calls = new Calls(app.Api, app.Key);
        var mix = new Mix(calls, await OpenSurveys.MakeAsync(app, 2567, agencies: 20, options.Seed), options.Seed);
        await mix.WarmAsync(async agencies =>
        {
            while (await app.Api.CountResultsAsync() < agencies)
            {
                await Task.Delay(200);
            }
        });

        var samples = await LoadAsync(app, mix, TimeSpan.FromMinutes(options.Minutes));
        await Task.Delay(Rest);
        var rested = Sample.Take(app, TimeSpan.FromMinutes(options.Minutes) + Rest);
        AddCalls(table, calls);
        AddMemory(table, samples, rested, options.Minutes);
        return (calls.Errors.Count, [.. Sample.Browsers(app)], app.Temporary);
    }

    private static async Task<List<Sample>> LoadAsync(RunningApp app, Mix mix, TimeSpan duration)
    {
        using var stop = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var callers = mix.Begin(stop.Token).ToList();
        var samples = new List<Sample>();
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            await Task.WhenAny(callers.Append(Task.Delay(Pause))).Unwrap();
            samples.Add(Sample.Take(app, Stopwatch.GetElapsedTime(began)));
            Say(samples[^1]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
        return samples;
    }

    private static void AddCalls(FigureTable table, Calls calls)
    {
        foreach (var (call, took) in calls.Took.OrderBy(call => call.Key, StringComparer.Ordinal))
        {
            var (median, of99) = (took[took.Length / 2], took[took.Length * 99 / 100]);
            table.Add(call, Text($"{took.Length:#,0}; p50 {median:0} ms, p99 {of99:0} ms, longest {took[^1]:0} ms"));
        }

        table.Add("calls", Text($"{calls.Took.Values.Sum(took => took.Length):#,0}"));
        var errors = calls.Errors.Select(error => $"{error.Key} ({error.Value})").Order(StringComparer.Ordinal);
        table.Add("errors", calls.Errors.Count == 0 ? "0" : string.Join("; ", errors), "0");
    }

    private static void AddMemory(FigureTable table, List<Sample> samples, Sample rested, int minutes)
    {
        for (var part = 0; part < Parts; part++)
        {
            var of = samples.Where(sample => (int)(sample.At.TotalMinutes * Parts / minutes) == part).ToList();
            if (of.Count > 0)
            {
                table.Add(
                    Text($"median memory, minutes {part * minutes / Parts} to {(part + 1) * minutes / Parts}"),
                    MemoryOf(sample => Median(of.Select(sample))));
            }
        }

        table.Add("highest memory", MemoryOf(sample => samples.Max(sample)), "flat");
        table.Add("memory after the rest", MemoryOf(sample => sample(rested)));

        static string MemoryOf(Func<Func<Sample, long>, long> figure)
        {
            var (worker, browsers) = (figure(sample => sample.Worker) / Megabyte, figure(sample => sample.WithBrowsers) / Megabyte);
            var (host, storage) = (figure(sample => sample.LocalHost) / Megabyte, figure(sample => sample.Azurite) / Megabyte);
            return Text($"worker {worker:0} MB, with browsers {browsers:0} MB, LocalHost {host:0} MB, Azurite {storage:0} MB");
        }
    }

    private static long Median(IEnumerable<long> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static void Say(Sample sample) =>
        Console.Error.WriteLine(Text($"{sample.At:mm\\:ss} worker {sample.Worker / Megabyte:0} MB, {sample.Files} temporary files"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
