using System.Text.RegularExpressions;

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

    /// <summary>In the order of <see cref="FileKind"/>; responses have two forms.</summary>
    private static IEnumerable<FileKind> KindsOfThePage => [.. Enum.GetValues<FileKind>().Append(FileKind.Responses).Order()];

    public sealed record Example(FileKind Kind, string Text)
    {
        public override string ToString() => Kind.ToString();
    }

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ExampleBlock();
}
