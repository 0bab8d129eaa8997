using System.Text.RegularExpressions;
using Ita.Tests;

namespace Ita.App.Tests.Architecture;

/// <summary>The paths in CONTRIBUTING.md: they are short, and the files they name exist for a kind that is already there.</summary>
public sealed partial class PathsTests
{
    [Theory]
    [InlineData("Add a report kind", 8, "{Kind}", "FollowUp")]
    [InlineData("Add an upload kind", 8, "{Kind}", "Measures", "{Row}", "Measure")]
    [InlineData("Add an HTTP call", 4, "{Feature}/{Feature}Api", "Surveys/SurveysApi", "{Feature}/{Service}", "Surveys/SurveyClosing")]
    [InlineData("Change a rule of scoring", 5, "{agency}", "ekkarat", "{year}", "2566", "{Rule}", "RatingRule")]
    [InlineData("Add a fiscal year", 4, "{year before}", "2566", "{year}", "2567", "{agency}", "maenatham")]
    public void A_path_names_few_files_and_each_exists_for_a_known_kind(string path, int most, params string[] names)
    {
        var files = FilesOf(path).Select(file => Fill(file, names)).ToList();

        Assert.InRange(files.Count, 1, most);
        Assert.Equal([], files.Where(file => !File.Exists(Path.Combine(Repository.Root, file))));
    }

    private static string Fill(string file, string[] names) =>
        names.Chunk(2).Aggregate(file, (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal));

    // The first name between backticks of each numbered line.
    private static IEnumerable<string> FilesOf(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));
        var section = text[text.IndexOf($"## {path}", StringComparison.Ordinal)..].Split("\n## ")[0];
        return Numbered().Matches(section).Select(match => match.Groups["file"].Value);
    }

    [GeneratedRegex(@"^\d+\. `(?<file>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
