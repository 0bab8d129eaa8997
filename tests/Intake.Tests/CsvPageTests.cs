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

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ExampleBlock();
}
