using System.Text.RegularExpressions;
using Ita.Domain.Texts;
using Ita.Tests;

namespace Ita.Domain.Tests.Findings;

public partial class FindingTextTests
{
    public static TheoryData<string> Codes => [.. TextCatalogue.Codes.Where(code => code.StartsWith("finding.", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Codes))]
    public void Each_finding_says_the_same_in_Thai_and_English(string code)
    {
        var text = TextCatalogue.Template(code);

        Assert.Equal(Places(text.Th), Places(text.En));
        Assert.Matches("[\u0E01-\u0E2E]", text.Th);
    }

    /// <summary>A code without a text would otherwise fail only when data causes the finding.</summary>
    [Fact]
    public void Rules_use_exactly_the_findings_that_have_texts()
    {
        var used = Directory.EnumerateFiles(Repository.PathOf("src", "Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Scoring{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                || file.Contains($"{Path.DirectorySeparatorChar}Findings{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        var known = TextCatalogue.Codes.Where(code => code.StartsWith("finding.", StringComparison.Ordinal))
            .Select(code => code["finding.".Length..]).ToList();

        Assert.All(known, code => Assert.Contains(used, text => text.Contains($"\"{code}\"", StringComparison.Ordinal)));
        Assert.All(used.SelectMany(text => MadeFinding().Matches(text).Select(match => match.Groups[1].Value)), code => Assert.Contains(code, known));
    }

    [GeneratedRegex("Find(?:ing|ings\\.Add)\\((?:new\\(|new Finding\\()?\\s*\"([a-z-]+)\"")]
    private static partial Regex MadeFinding();

    private static IEnumerable<string> Places(string text) =>
        TextCatalogue.Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
