using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>docs/tutorial-one-score.md is right: its rows, its tables and its C# are those of the sample file and of the code.</summary>
public class TutorialTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathTo("docs", "tutorial-one-score.md"));

    [Fact]
    public void The_answers_make_the_first_item()
    {
        var scale = FrameworkCatalogue.BuiltIn.Find(2566)!.Scales.Single(scale => scale.Code == "likert4");
        var rows = RowsUnder("option", "points", "people");

        Assert.Equal(
            scale.Choices.ToDictionary(choice => choice.Label, choice => choice.Points),
            rows.ToDictionary(row => row[0], row => Number(row[1])));
        var people = rows.Sum(row => Number(row[2]));
        Assert.Equal((51, 86.35m), (people, Rounding.ToShown(rows.Sum(row => Number(row[1]) * Number(row[2])) / people)));
    }

    [Fact]
    public void The_rows_shown_are_the_first_lines_of_the_sample()
    {
        var sample = File.ReadAllLines(Repository.PathTo("samples", "2566-scores-ekkarat.csv"));
        var shown = BlocksOf("csv").Single();

        Assert.Equal(sample[..shown.Length], shown);
    }

    [Fact]
    public async Task Every_figure_of_the_tables_is_what_the_scorer_computes()
    {
        var outcome = await Uploads.Read(await File.ReadAllBytesAsync(Repository.PathTo("samples", "2566-scores-ekkarat.csv")));
        var sheet = outcome.Sheets.Single();
        var cell = sheet.Scores[new ScoreKey("I1")].Score;
        var framework = FrameworkCatalogue.BuiltIn.Find(2566)!;
        var result = AgencyScorer.Score(framework, sheet, new Agency(sheet.Year, sheet.AgencyCode));
        var rating = (RatingOutcome.Decided)result.Rating;
        var blocks = rating.Next!.Blocks;

        Assert.Equal(86.35m, cell);
        var rows = RowsUnder("code", "level", "computed from", "exact", "shown", "status");
        Assert.Equal(16, rows.Count);
        Assert.All(rows, row => Assert.Equal((row[0], Number(row[3]), row[4], row[5]), FiguresOf(result, row[0])));
        Assert.Equal(("ผ่านดี", "ผ่านดีเยี่ยม"), (rating.Band, rating.Next.Band));
        Assert.Equal(
            RowsUnder("blocks", "score", "needed").Select(row => (row[0], (decimal?)Number(row[1]), Number(row[2]))),
            blocks.Select(block => (block.What, block.Score, block.Needed)));
    }

    [Theory]
    [InlineData("I1", "0.1365")]
    [InlineData("O25", "1.0000")]
    public async Task Raising_one_item_to_100_adds_to_the_total_what_the_page_says(string item, string added)
    {
        var outcome = await Uploads.Read(await File.ReadAllBytesAsync(Repository.PathTo("samples", "2566-scores-ekkarat.csv")));
        var items = outcome.Sheets.Single().Scores
            .Where(score => score.Key.Code[1..].All(char.IsAsciiDigit))
            .ToDictionary(score => score.Key.ToString(), score => score.Value.Score);
        items["O4"] = 100;
        var before = TotalOf(items);

        items[item] = 100;

        Assert.Equal(Number(added), Rounding.ToTrace(TotalOf(items) - before));
        Assert.Contains(Lines, line => line.Contains(FormattableString.Invariant($"= {Number(added):0.00##}"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_examples_of_rounding_are_right() => Assert.All(
        RowsUnder("exact value", "shown value"),
        row => Assert.Equal(row[1], Shown(Rounding.ToShown(Number(row[0])))));

    [Fact]
    public void The_code_shown_is_part_of_this_test()
    {
        var test = File.ReadAllLines(Repository.PathTo("tests", "Intake.Tests", "TutorialTests.cs")).Select(line => line.Trim()).ToHashSet();

        Assert.Equal(3, BlocksOf("csharp").Count);
        Assert.All(BlocksOf("csharp").SelectMany(block => block), line => Assert.Contains(line, test));
    }

    private static (string Code, decimal Exact, string Shown, string Status) FiguresOf(AgencyResult result, string code)
    {
        var node = result.Total.SelfAndBelow().First(node => node.Key == ScoreKey.Parse(code));
        return (code, Rounding.ToTrace(node.Score!.Value), Shown(node.Shown!.Value), Text(node.Status));
    }

    private static decimal TotalOf(Dictionary<string, decimal> items)
    {
        var year = FiscalYear.FromBuddhistEra(2566);
        var scores = ScoreDictionary.Of(items.Select(item => KeyValuePair.Create(ScoreKey.Parse(item.Key), new GivenScore(item.Value))));
        return AgencyScorer.Score(FrameworkCatalogue.BuiltIn.Find(2566)!, new(year, "10", scores), new(year, "10")).Total.Score!.Value;
    }

    private static string Text(ScoreStatus status) => status.ToString().ToLowerInvariant();

    private static string Shown(decimal score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The cells of all tables with this header, without the back quotes of codes.</summary>
    private static List<string[]> RowsUnder(params string[] header)
    {
        var rows = new List<string[]>();
        for (var line = 0; line < Lines.Length; line++)
        {
            if (CellsOf(Lines[line]).SequenceEqual(header))
            {
                rows.AddRange(Lines.Skip(line + 2).TakeWhile(row => row.StartsWith('|')).Select(CellsOf));
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    private static string[] CellsOf(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`'))];

    private static List<string[]> BlocksOf(string language) =>
        [.. Lines.Index()
            .Where(line => line.Item == "```" + language)
            .Select(line => Lines.Skip(line.Index + 1).TakeWhile(code => code != "```").ToArray())];
}
