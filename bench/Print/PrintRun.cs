using System.Diagnostics;
using Ita.Bench.Material;
using Ita.Reports.Analysis;
using Ita.Reports.LineBreaks;
using Ita.Reports.Printing;
using Ita.Reports.Word;

namespace Ita.Bench.Print;

/// <summary>Prints the same report repeatedly: the app's printer and the baseline alternately, then two at once, then
/// from a cold start.</summary>
internal static class PrintRun
{
    private const int ColdStarts = 5;
    private const int HtmlRounds = 30;

    private static readonly PdfOptions Options = new(Report.ComputedAt);

    public static async Task RunAsync(int rounds, TextWriter output)
    {
        var table = new FigureTable(output, "Analysis report of document 000, 12 pages");
        await OneLengthAsync(table, Report.Short(), rounds);
        await ColdAsync(table);
        output.WriteLine();
        await OneLengthAsync(new FigureTable(output, "Analysis report of document 003, 27 pages"), Report.Long(), rounds);
    }

    private static async Task OneLengthAsync(FigureTable table, AnalysisModel model, int rounds)
    {
        var html = await Report.HtmlAsync(model);
        await Timed.Of(HtmlRounds, 1, () => Report.HtmlAsync(model));
        var rendered = await Timed.Of(HtmlRounds, 1, () => Report.HtmlAsync(model));
        table.Add("HTML", Figures(rendered), "< 10 ms");
        var sealedOnce = await Timed.Of(HtmlRounds, 1, () => Report.SealAsync(model));
        table.Add("HTML with its seal", Figures(sealedOnce));
        var page = await Report.RenderAsync(model);
        var word = Timed.Of(HtmlRounds, 1, () => WordFile.Create(page));
        table.Add("Word file", Figures(word), "< 150 ms");
        await WarmAsync(table, html, rounds);
        await PairsAsync(table, html, rounds);
    }

    private static string Figures(Timed timed) => Invariant(
        $"{timed.Milliseconds:0.0} ms (fastest {timed.Fastest.TotalMilliseconds:0.0}), {timed.AllocatedBytes / 1e6:0.0} MB allocated");

    private static async Task WarmAsync(FigureTable table, string html, int rounds)
    {
        using var printer = new ChromiumPdfPrinter();
        await using var bare = await BareChromium.StartAsync();
        var broken = BreakPlaces.InPrint(html);
        List<double> ours = [], theirs = [], withPlaces = [];
        var size = 0;
        for (var round = -2; round < rounds; round++)
        {
            var one = await MillisecondsAsync(async () => size = (await printer.PrintAsync(html, Options, CancellationToken.None)).Length);
            var other = await MillisecondsAsync(() => bare.PrintAsync(html));
            var third = await MillisecondsAsync(() => bare.PrintAsync(broken));
            if (round >= 0)
            {
                ours.Add(one);
                theirs.Add(other);
                withPlaces.Add(third);
            }
        }

        table.Add("warm, one at a time", Invariant($"{Median(ours):0} ms (fastest {ours.Min():0}), {size / 1024} KiB PDF"));
        AddBare(table, "the HTML that the browser of the app gets", ours, withPlaces);
        AddBare(table, "the HTML without places for line breaks", ours, theirs);
    }

    private static void AddBare(FigureTable table, string html, List<double> ours, List<double> theirs)
    {
        table.Add($"bare Chromium, {html}", Invariant($"{Median(theirs):0} ms (fastest {theirs.Min():0})"));
        table.Add("ours / bare", Invariant($"{Median(ours.Zip(theirs, (one, other) => one / other)):0.00}x"), "<= 1.0x");
    }

    private static async Task PairsAsync(FigureTable table, string html, int rounds)
    {
        using var printer = new ChromiumPdfPrinter(new ChromiumOptions { Pages = 2 });
        await PrintManyAsync(printer, html, 4);
        var before = Cpu();
        var took = await MillisecondsAsync(() => PrintManyAsync(printer, html, rounds * 2));
        var cpu = (Cpu() - before) / (rounds * 2);
        table.Add("two at once", Invariant($"{rounds * 2 * 1000 / took:0.0} reports/s, {cpu:0} CPU ms a report"), ">= 12 reports/s");
        table.Add(
            "peak memory, two pages",
            Invariant($"{await PeakAsync(PrintManyAsync(printer, html, rounds)) / 1e6:0} MB, this program's among it"),
            "< 700 MB");
    }

    // Measured separately from the timed prints, because the kernel walks every memory page for it.
    private static async Task<long> PeakAsync(Task work)
    {
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, ProcessFacts.SharedOnce(Environment.ProcessId));
        }
        while (await Task.WhenAny(work, Task.Delay(100)) != work);
        await work;
        return peak;
    }

    private static Task PrintManyAsync(ChromiumPdfPrinter printer, string html, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = 2 },
        async (_, stop) => await printer.PrintAsync(html, Options, stop));

    private static async Task ColdAsync(FigureTable table)
    {
        List<double> ours = [], theirs = [];
        for (var start = 0; start < ColdStarts; start++)
        {
            ours.Add((await Cold.MeasureAsync(Cold.Ours)).TotalMilliseconds);
            theirs.Add((await Cold.MeasureAsync(Cold.Bare)).TotalMilliseconds);
        }

        table.Add("cold, process start to first PDF", Invariant($"{Median(ours):0} ms (fastest {ours.Min():0})"), "< 1,200 ms");
        table.Add("bare Chromium, cold", Invariant($"{Median(theirs):0} ms (fastest {theirs.Min():0})"));
    }

    private static double Cpu() => ProcessFacts.TreeOf(Environment.ProcessId).Sum(process => process.Cpu.TotalMilliseconds);

    private static async Task<double> MillisecondsAsync(Func<Task> action)
    {
        var clock = Stopwatch.StartNew();
        await action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
