using Ita.Bench.Material;

namespace Ita.Bench.Surveys;

/// <summary>Measures one rate after the other; at the end counts all sheets.</summary>
internal static class SurveysRun
{
    private const int FirstRate = 50;

    // Enough for the runtime to optimise the code that a post executes.
    private const int WarmSheets = 1500;

    /// <returns>0 when the app has every sheet that it acknowledged, and no more than were sent; otherwise
    /// 1.</returns>
    public static async Task<int> RunAsync(SurveysOptions options, string data, TextWriter output)
    {
        await using var app = await RunningApp.StartAsync(data);
        var surveys = await OpenSurveys.MakeAsync(app, options.Year, options.Agencies, options.Seed);
        var warm = await SteadyPosts.RunAsync(app.Api.Address, surveys.Sheets(WarmSheets), rate: FirstRate);
        Say($"{options.Agencies} surveys are open; {warm.Stored} sheets to warm up");

        var table = new FigureTable(output, Invariant($"Surveys: steady rate, {options.Seconds} s each"));
        var before = CpuOf(app);
        var steps = await StepsAsync(app, surveys, options, step =>
        {
            var now = CpuOf(app);
            var delays = Invariant(
                $"p50 {step.Median.TotalMilliseconds:0} ms, p99 {step.Of99.TotalMilliseconds:0} ms, longest {step.Longest.TotalMilliseconds:0} ms");
            var sheets = Invariant(
                $"{step.StoredASecond:0} stored a second, {step.Refused} refused, {step.Unanswered} not answered in 30 s");
            var cpu = now.Select(one =>
                Invariant($"{one.Key} {(one.Value - before[one.Key]).TotalMilliseconds / Math.Max(1, step.Stored):0.0} ms"));
            table.Add(Invariant($"{step.Rate} a second"), $"{delays}; {sheets}; CPU {string.Join(", ", cpu)} a sheet");
            before = now;
        });
        var best = steps.Where(step => step.KeepsUp).Select(step => step.Rate).DefaultIfEmpty(0).Max();
        table.Add("limit: all stored, p99 below 1 s", Invariant($"{best} a second"));
        var (stored, unanswered) = (warm.Stored + steps.Sum(step => step.Stored), warm.Unanswered + steps.Sum(step => step.Unanswered));
        var counted = await surveys.CountAsync(app);
        table.Add(
            "sheets stored, by their answers; not answered; by the meters",
            Invariant($"{stored:#,0}; {unanswered:#,0}; {counted:#,0}"),
            "none lost");
        foreach (var process in app.Processes())
        {
            table.Add($"{process.Name}: peak memory", Invariant($"{process.PeakMegabytes:0} MB"), process.Name == "worker" ? "< 300 MB" : "");
        }

        return counted >= stored && counted <= stored + unanswered ? 0 : 1;
    }

    /// <summary>The requested rates; or doubled rates until the app falls behind, then rates between the last
    /// two.</summary>
    private static async Task<List<Step>> StepsAsync(RunningApp app, OpenSurveys surveys, SurveysOptions options, Action<Step> done)
    {
        var steps = new List<Step>();
        foreach (var rate in options.Rates)
        {
            await StepAsync(rate);
        }

        if (!options.Rates.IsEmpty)
        {
            return steps;
        }

        var (good, bad) = (0, FirstRate);
        while (await StepAsync(bad))
        {
            (good, bad) = (bad, 2 * bad);
        }

        while (bad - good > Math.Max(5, good / 10))
        {
            var between = (good + bad) / 2;
            (good, bad) = await StepAsync(between) ? (between, bad) : (good, between);
        }

        return steps;

        async Task<bool> StepAsync(int rate)
        {
            var step = await SteadyPosts.RunAsync(app.Api.Address, surveys.Sheets(rate * options.Seconds), rate);
            steps.Add(step);
            done(step);
            return step.KeepsUp;
        }
    }

    private static Dictionary<string, TimeSpan> CpuOf(RunningApp app) => app.Processes()
        .GroupBy(process => process.Name)
        .ToDictionary(group => group.Key, group => TimeSpan.FromTicks(group.Sum(process => process.Cpu.Ticks)));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
