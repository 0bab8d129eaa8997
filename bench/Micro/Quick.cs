using Ita.Bench.Material;

namespace Ita.Bench.Micro;

/// <summary>The same subjects measured with a stopwatch, in seconds instead of minutes, for quick
/// comparisons.</summary>
internal static class Quick
{
    private const int Rounds = 7;

    public static async Task RunAsync(TextWriter output)
    {
        var subjects = new Subjects();
        var table = new FigureTable(output, "In process, warm");
        AddSmall(table, "score one agency (88 items)", "< 100 µs", () => subjects.ScoreAgency());
        AddSmall(table, "serialise its result", "", () => subjects.SerialiseResult());
        AddSmall(table, "rate it", "", () => subjects.Rate());
        AddSmall(table, "plan its way to the next rating", "< 50 ms", () => subjects.Plan(), inner: 5);
        table.Add("stored result", Invariant($"{subjects.SerialiseResult().Length:#,0} bytes of JSON"));
        await AddIntakeAsync(table, subjects);
    }

    private static void AddSmall(FigureTable table, string figure, string goal, Action action, int inner = 200)
    {
        var timed = Timed.Of(repetitions: 15, inner, action);
        table.Add(figure, Invariant(
            $"{timed.Microseconds:0.0} µs (fastest {timed.Fastest.TotalMicroseconds:0.0}), {timed.AllocatedBytes / 1024.0:0.0} KiB allocated"), goal);
    }

    // Alternating, so that other load on the machine affects both.
    private static async Task AddIntakeAsync(FigureTable table, Subjects subjects)
    {
        var rows = subjects.RawParse().Rows;
        await subjects.IntakeAsync();
        List<Timed> raw = [], intake = [];
        for (var round = 0; round < Rounds; round++)
        {
            raw.Add(await Timed.Of(1, 1, () => Task.FromResult(subjects.RawParse())));
            intake.Add(await Timed.Of(1, 1, subjects.IntakeAsync));
        }

        var (bare, ours) = (Median(raw), Median(intake));
        var ratio = Median(raw.Zip(intake, (one, other) => other.Milliseconds / one.Milliseconds), value => value);
        table.Add(Invariant($"CsvHelper spans, {rows:#,0} rows, {subjects.Nation.Length / 1e6:0.0} MB"), Describe(bare, rows));
        table.Add("intake of the same bytes", Describe(ours, rows));
        table.Add("intake / bare parser", Invariant($"{ratio:0.00}x"), "<= 1.5x");
    }

    private static string Describe(Timed timed, int rows) => Invariant(
        $"{timed.Milliseconds:0} ms, {rows / timed.Median.TotalSeconds / 1e6:0.0} M rows/s, {timed.AllocatedBytes / 1e6:0.0} MB allocated");

    private static Timed Median(IEnumerable<Timed> timed) => Median(timed, one => one.Milliseconds);

    private static T Median<T>(IEnumerable<T> values, Func<T, double> by)
    {
        var sorted = values.OrderBy(by).ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
