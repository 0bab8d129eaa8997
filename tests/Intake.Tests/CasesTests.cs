namespace Ita.Intake.Tests;

/// <summary>Files of the kinds that public bug reports describe (tests/SampleData/Cases), and what becomes of each.</summary>
public sealed class CasesTests
{
    private static string Folder { get; } = Repository.PathTo("tests", "SampleData", "Cases");

    public static TheoryData<string, string, int, string> Expected
    {
        get
        {
            var cases = new TheoryData<string, string, int, string>();
            foreach (var cells in File.ReadAllLines(Path.Combine(Folder, "expected.csv")).Skip(1).Select(line => line.Split(',')))
            {
                cases.Add(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
            }

            return cases;
        }
    }

    /// <param name="outcome">The kind of an accepted file, or <c>refused</c>.</param>
    /// <param name="agencies">The number of agencies that are accepted.</param>
    /// <param name="problems">The codes of the problems, in order and each once.</param>
    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_file_is_accepted_or_refused_with_its_problems(string file, string outcome, int agencies, string problems)
    {
        var read = await Uploads.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, file)));

        Assert.Equal(
            (outcome, agencies, problems),
            (read.IsRefused ? "refused" : $"{read.Kind}", read.Counts.AgenciesAccepted,
                string.Join(' ', read.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Every_file_of_the_folder_is_expected() => Assert.Equal(
        Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Where(file => file != "expected.csv").Order(StringComparer.Ordinal),
        Expected.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
}
