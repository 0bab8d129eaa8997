using System.Diagnostics;
using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.Nation;

/// <summary>Uploads the nation's file, waits until it is stored, checks the results, and records the cost.</summary>
internal static class NationRun
{
    private const int RankingRounds = 5;
    private const int PageCalls = 100;

    /// <returns>0 when every agency has its result, otherwise 1.</returns>
    public static async Task<int> RunAsync(NationShape shape, string file, int rows, string data, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        await using var app = await RunningApp.StartAsync(data);
        var started = clock.Elapsed;
        Say($"{rows} rows of {shape.Agencies} agencies, {new FileInfo(file).Length / 1e6:0.0} MB; the app is up");

        clock.Restart();
        var upload = await app.Api.UploadAsync(file);
        var uploaded = clock.Elapsed;
        var settled = await app.Api.SettledAsync(upload);
        var stored = clock.Elapsed;
        Say($"{settled.GetProperty("status")} after {stored.TotalSeconds:0.0} s");

        clock.Restart();
        var results = await app.Api.CountResultsAsync();
        var listed = clock.Elapsed;
        var ranked = await RankedAsync(app.Api, shape.Year);
        var pages = await PagesAsync(app.Api, shape.Year);
        var processes = app.Processes();

        var table = new FigureTable(output, Invariant($"Nation: {shape.Agencies:#,0} agencies, {rows:#,0} rows of {shape.Year}"));
        table.Add("start of storage and app", Invariant($"{started.TotalSeconds:0.00} s"));
        table.Add("upload", Invariant($"{uploaded.TotalSeconds:0.00} s"));
        table.Add("file to stored results", Invariant($"{stored.TotalSeconds:0.0} s"), "< 180 s");
        table.Add("rows stored", Invariant($"{rows / stored.TotalSeconds:#,0} a second"));
        table.Add("agencies scored and stored", Invariant($"{shape.Agencies / stored.TotalSeconds:#,0} a second"));
        table.Add("list every result", Invariant($"{listed.TotalSeconds:0.00} s for {results:#,0}"));
        table.Add("ranking of the nation, warm", Invariant($"{ranked.TotalSeconds:0.00} s"), "< 1 s");
        foreach (var (page, times) in pages)
        {
            table.Add(
                Invariant($"/api/app/{page}: p50 and p99"),
                Invariant($"{times[PageCalls / 2].TotalMilliseconds:0.0} ms, {times[PageCalls * 99 / 100].TotalMilliseconds:0.0} ms"),
                "p50 30 ms");
        }

        foreach (var process in processes)
        {
            var name = process.Name;
            table.Add(
                $"{name}: peak memory, CPU",
                Invariant($"{process.PeakMegabytes:0} MB, {process.Cpu.TotalSeconds:0.0} s"),
                name == "worker" ? "< 300 MB" : "");
        }

        return settled.GetProperty("status").GetString()!.StartsWith("accepted", StringComparison.Ordinal) && results == shape.Agencies ? 0 : 1;
    }

    private static async Task<TimeSpan> RankedAsync(AppApi api, int year)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < RankingRounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await api.BytesAsync($"rankings/{year}");
            times.Add(clock.Elapsed);
        }

        return times.Order().ElementAt(RankingRounds / 2);
    }

    // One at a time, warm, in the order of the table.
    private static async Task<List<(string Page, TimeSpan[] Times)>> PagesAsync(AppApi api, int year)
    {
        var first = (await api.GetAsync("results?pageSize=1")).GetProperty("results")[0];
        var agency = first.GetProperty("agencyCode").GetString();
        var (province, type) = (Escaped(first, "province"), Escaped(first, "agencyType"));
        string[] pages =
        [
            "", Invariant($"agencies/{year}"), Invariant($"agencies/{year}?q=ตำบล&order=total&page=3"), Invariant($"rankings/{year}"),
            Invariant($"results/{year}/{agency}"), Invariant($"measures/{year}/{agency}"), Invariant($"settings/{year}/{agency}"),
            Invariant($"forms/{year}/{agency}"), Invariant($"summaries/{year}"), Invariant($"summaries/{year}?province={province}"),
            Invariant($"summaries/{year}?type={type}"), Invariant($"search?year={year}&q=ตำบล"), "uploads", "runs", "keys", "audit", "system",
        ];
        var measured = new List<(string Page, TimeSpan[] Times)>();
        foreach (var page in pages)
        {
            var times = new TimeSpan[PageCalls];
            for (var call = -PageCalls / 10; call < PageCalls; call++)
            {
                var clock = Stopwatch.StartNew();
                await api.BytesAsync($"/api/app/{page}");
                times[Math.Max(call, 0)] = clock.Elapsed;
            }

            measured.Add((page, [.. times.Order()]));
        }

        return measured;
    }

    private static string Escaped(JsonElement result, string member) => Uri.EscapeDataString(result.GetProperty(member).GetString() ?? "");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
