using System.Text.RegularExpressions;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Tests;

public partial class CsvPageTests
{
    private static IEnumerable<string> Blocks => ExampleBlock()
        .Matches(File.ReadAllText(Repository.PathTo("docs", "csv.md")).ReplaceLineEndings("\n"))
        .Select(match => match.Groups[1].Value);

    public static TheoryData<Example> Examples => [.. KindsOfThePage.Zip(Blocks, (kind, text) => new Example(kind, text))];

    [Theory, MemberData(nameof(Examples))]
    public async Task Each_example_of_the_page_reads_without_a_problem(Example example)
    {
        var outcome = await Uploads.Read(example.Text);

        Assert.Empty(outcome.Problems);
        Assert.Equal(example.Kind, outcome.Kind);
        Assert.Equal("องค์การบริหารส่วนตำบลตัวอย่าง", Assert.Single(outcome.Agencies).Name);
    }

    public static TheoryData<Rule> Rules => [.. RuleBlock().Matches(Page).Select(match => new Rule(match.Groups[1].Value, match.Groups[2].Value))];

    [Theory, MemberData(nameof(Rules))]
    public async Task Each_rule_of_the_page_answers_as_it_says(Rule rule)
    {
        var outcome = await Uploads.Read(rule.Text);

        var found = outcome.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(rule.Answers, found.Count == 0 ? "nothing" : string.Join(", ", found));
    }

    [Fact]
    public void Each_kind_has_an_example() => Assert.Equal(KindsOfThePage.Count(), Blocks.Count());

    [Fact]
    public void Each_number_format_of_the_page_is_shown_as_it_says()
    {
        var rows = FormatRow().Matches(Page).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(row.Groups["shown"].Value, NumberFormat.Parse(row.Groups["code"].Value).Show(row.Groups["held"].Value)));
    }

    [Fact]
    public async Task The_header_in_two_rows_of_the_page_is_read()
    {
        var outcome = await Uploads.Read(TextBlock().Match(Page).Groups[1].Value);

        Assert.Empty(outcome.Problems);
        Assert.Equal(["IND1", "IND2", "TOTAL"], Assert.Single(outcome.Sheets).Scores.Keys.Select(key => key.Code));
    }

    private static string Page => File.ReadAllText(Repository.PathTo("docs", "csv.md")).ReplaceLineEndings("\n");

    /// <summary>In the order of <see cref="FileKind"/>; responses have two forms.</summary>
    private static IEnumerable<FileKind> KindsOfThePage => [.. Enum.GetValues<FileKind>().Append(FileKind.Responses).Order()];

    public sealed record Example(FileKind Kind, string Text)
    {
        public override string ToString() => Kind.ToString();
    }

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \| (?<held>-?[0-9.]+) \| (?<shown>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex FormatRow();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TextBlock();

    /// <param name="Answers">The codes of all problems, in the order of the alphabet, or nothing.</param>
    public sealed record Rule(string Answers, string Text)
    {
        public override string ToString() => Answers;
    }

    [GeneratedRegex("```csv answers (.*?)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex RuleBlock();

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ExampleBlock();
}
