using System.Text;

namespace Ita.Intake.Tests;

/// <summary>
/// Rows like the one before are read a quicker way, and quoted ones never are. So a file has to say the same with its cells quoted and
/// without, whatever their content: valid, wrong, duplicate and blank cells in every order.
/// </summary>
public sealed class UnusualRowTests
{
    private const int Files = 300;

    private static readonly string[][] Scores =
    [
        ["2566", "2566", "2566", "๒๕๖๖", "2567", "", "x"],
        ["A1", "A1", "A1", "B2", " A1", "", "#"],
        ["I1", "I2", "I3", "E1", "O1", "o1", "034", "TOTAL", "RATING", "IND1", "Z9", ""],
        ["94.23", "80", "100", "0", "๘๐", "80%", "101", "abc", "", "80.", "1e2"],
        ["", "51", "51", "1,000", "๕๑", "-1", "x"],
        ["", "", "", "EIT1", "1", "9"],
        ["อบต. ก", "อบต. ก", "", "อบต. ข"],
    ];

    private static readonly string[][] Answers =
    [
        ["2566", "2566", "2566", "๒๕๖๖", ""],
        ["A1", "A1", "A1", "B2", ""],
        ["IIT", "IIT", "IIT", "EIT", "x"],
        ["100", "0", "", " ", "33", "abc", "มากที่สุด"],
        ["100", "0", "", "x"],
        ["100", "0", "67"],
    ];

    private static readonly string[] Labels =
        ["มากที่สุด", "มาก", "น้อย", "น้อยที่สุดหรือไม่มีเลย", "", "100", "67", "๓๓", "มาก ที่สุด", "ไม่มี", "1", "x", new string(' ', 40_000)];

    [Fact]
    public Task Scores_read_the_same_with_quotes_and_without() => Same("fiscal_year\tagency_code\titem\tscore\tn\tpart\tagency_name", Scores);

    [Fact]
    public Task Answers_read_the_same_with_quotes_and_without() => Same("fiscal_year\tagency_code\tinstrument\ti1\ti2\ti3", Answers);

    /// <summary>Rows that lie across the ends of blocks, with line ends of both kinds, up to one with a quote, and whatever follows it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_file_of_many_blocks_reads_the_same_with_quotes_from_the_start_or_late(int seed)
    {
        const string header = "fiscal_year,agency_code,instrument,i1,i2,i3,i7";
        var random = new Random(seed);
        var rows = new StringBuilder();
        for (var row = 0; row < 12_000; row++)
        {
            // Sometimes a blank cell that is longer than the block that is examined in place.
            string[] cells =
                ["2566", $"A{row / 40}", "IIT", .. Enumerable.Range(0, 4).Select(_ => Labels[random.Next(random.Next(50) == 0 ? Labels.Length : 4)])];
            var late = row > 9_000 && random.Next(500) == 0;
            rows.Append(late ? string.Join(',', cells.Select(cell => $"\"{cell}\"")) : string.Join(',', cells));
            rows.Append(random.Next(3) == 0 ? "\r\n" : "\n");
        }

        var plain = Told(await Uploads.Read(header + "\n" + rows, new() { BadRowShare = 1 }));
        var quoted = Told(
            await Uploads.Read(header.Replace("instrument", "\"instrument\"", StringComparison.Ordinal) + "\n" + rows, new() { BadRowShare = 1 }));

        Assert.True(plain == quoted, $"{plain.Split('\n')[0]}\n{quoted.Split('\n')[0]}");
    }

    private static async Task Same(string header, string[][] spellings)
    {
        for (var seed = 0; seed < Files; seed++)
        {
            var rows = Rows(new(seed), spellings);
            var plain = Told(await Uploads.Read(Text(header, rows, cell => cell), new() { BadRowShare = 1 }));
            var quoted = Told(await Uploads.Read(Text(header, rows, cell => $"\"{cell}\""), new() { BadRowShare = 1 }));

            Assert.True(plain == quoted, $"seed {seed}\n{plain}\n{quoted}");
        }
    }

    // Only test data is drawn from it, always the same for a seed.
#pragma warning disable CA5394
    private static List<string[]> Rows(Random random, string[][] spellings) => [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
        // Mostly the first spelling, so that valid rows are adjacent.
        spellings.Select((column, place) => column[random.Next(8) > 0 && place is not 2 ? 0 : random.Next(column.Length)]).ToArray())];
#pragma warning restore CA5394

    private static string Text(string header, List<string[]> rows, Func<string, string> written) =>
        header + "\n" + string.Concat(rows.Select(row => string.Join('\t', row.Select(written)) + "\n"));

    private static string Told(IntakeOutcome outcome) => string.Join('\n',
    [
        $"{outcome.Counts} {outcome.Refused?.Code} {outcome.ProblemCount}",
        .. outcome.Problems.Select(problem => $"{problem.Line} {problem.Column} {problem.Value} {problem.Code} {problem.Text.En}"),
        .. outcome.Agencies.Select(agency => agency.ToString()),
        .. outcome.Sheets.Select(sheet => $"{sheet.Year} {sheet.AgencyCode} {sheet.PublishedRating} {string.Join(' ', sheet.Scores)}"),
    ]);
}
