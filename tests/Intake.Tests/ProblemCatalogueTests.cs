using Ita.Domain.Texts;
using Ita.Intake.Problems;

namespace Ita.Intake.Tests;

public class ProblemCatalogueTests
{
    private static string DocPath => Repository.PathTo("docs", "problems.md");

    /// <summary>Run with ITA_UPDATE_DOCS=1 to write the page anew.</summary>
    [Fact]
    public void The_page_of_problems_lists_exactly_the_catalogue()
    {
        if (Environment.GetEnvironmentVariable("ITA_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(DocPath, ProblemPage.Text());
        }

        Assert.Equal(ProblemPage.Text(), File.ReadAllText(DocPath));
    }

    public static TheoryData<string> Codes => [.. ProblemCatalogue.All.Select(kind => kind.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Each_problem_says_the_same_in_Thai_and_English(string code)
    {
        var text = TextCatalogue.Template($"problem.{code}");

        Assert.Equal(Places(text.Th), Places(text.En));
    }

    [Fact]
    public void No_code_occurs_twice() =>
        Assert.Equal(ProblemCatalogue.All.Length, ProblemCatalogue.All.Select(kind => kind.Code).Distinct().Count());

    private static IEnumerable<string> Places(string text) =>
        TextCatalogue.Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
