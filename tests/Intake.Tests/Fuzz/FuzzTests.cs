using Ita.Intake.Reading;
using Xunit.Abstractions;

namespace Ita.Intake.Tests.Fuzz;

/// <summary>
/// Random bytes and random changes of valid files, every kind and format: each is accepted or refused with a problem. ITA_FUZZ_CASES
/// sets how many (nightly: 100000), ITA_FUZZ_SEED repeats a run.
/// </summary>
[Collection(Measured.Name)]
public class FuzzTests(ITestOutputHelper output)
{
    private const int UsualCases = 2_000;
    private const int UsualSeed = 2569;

    /// <summary>What one case may allocate; the files are a few kilobytes.</summary>
    private const long MostAllocated = 64L << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_file_is_accepted_or_refused_with_a_problem()
    {
        var seed = Setting("ITA_FUZZ_SEED", UsualSeed);
        var accepted = 0;
        for (var number = 0; number < Setting("ITA_FUZZ_CASES", UsualCases); number++)
        {
            // A seed a case: any of them can be run alone.
            var random = new Random(HashOf(seed, number));
            var file = FuzzFile.Next(random);
            accepted += await Read(file, $"seed {seed}, case {number}: {file.Name}") ? 1 : 0;
        }

        output.WriteLine($"seed {seed}: {accepted} accepted");
        Assert.True(accepted > 0, "nothing was accepted: the mutations no longer reach the rows");
    }

    /// <summary>Found by a run of 100,000 cases: a record of Excel 2, which the file cuts off, states 50 million rows, and the reader made 164 MB of
    /// empty ones.</summary>
    [Fact]
    public async Task A_number_of_rows_that_the_file_does_not_have_takes_no_memory()
    {
        var bytes = await File.ReadAllBytesAsync(Repository.PathTo("tests", "SampleData", "Fuzz", "damaged-extent.xls"));

        Assert.False(await Read(new FuzzFile("damaged-extent.xls", bytes, new()), "damaged-extent.xls"));
    }

    private static async Task<bool> Read(FuzzFile file, string what)
    {
        using var time = new CancellationTokenSource(Longest);
        using var stream = new MemoryStream(file.Bytes);
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            var outcome = await IntakeReader.ReadAsync(stream, file.Name, file.Settings, Uploads.Catalogue, time.Token);
            Look(outcome);
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostAllocated);
            return !outcome.IsRefused;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{what}\n{Convert.ToBase64String(file.Bytes)}", exception);
        }
    }

    private static void Look(IntakeOutcome outcome)
    {
        Assert.All(outcome.Problems, problem => Assert.NotEmpty(problem.Text.Th + problem.Text.En));
        Assert.True(outcome.IsRefused
            ? outcome.ProblemCount > 0 && outcome.Sheets.Count == 0
            : outcome.Counts.AgenciesAccepted > 0 || outcome.Counts is { Rows: 0, BlankRows: > 0 });
        Assert.Equal(outcome.Counts.Rows, outcome.Counts.GoodRows + outcome.Counts.BadRows);
        Assert.All(outcome.Sheets.SelectMany(sheet => sheet.Scores.Values), score => Assert.InRange(score.Score, 0, 100));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static int HashOf(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7919));
}
