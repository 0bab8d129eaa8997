using System.Text.Json;
using Ita.Domain.Texts;
using Ita.Tests;

namespace Ita.Domain.Tests.Responses;

public class SurveyTextTests
{
    public static TheoryData<string> Codes =>
        [.. JsonSerializer.Deserialize<Dictionary<string, object>>(
            File.ReadAllText(Repository.PathOf("src", "Domain", "Texts", "Data", "surveys.json")))!.Keys];

    public static TheoryData<string> PageCodes =>
        [.. JsonSerializer.Deserialize<Dictionary<string, object>>(PageFile)!.Keys];

    [Theory, MemberData(nameof(Codes)), MemberData(nameof(PageCodes))]
    public void Each_text_says_the_same_in_Thai_and_English(string code)
    {
        var text = TextCatalogue.Template(code);

        Assert.Equal(Places(text.Th), Places(text.En));
        Assert.Equal(code is "survey-page.switch", !text.Th.Any(letter => letter is >= '\u0E01' and <= '\u0E2E'));
        Assert.Equal(code is "survey-page.switch", text.En.Any(letter => letter is >= '\u0E01' and <= '\u0E2E'));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_text_is_used(string code)
    {
        var name = $"\"{code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]}\"";

        Assert.Contains(
            Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_text_of_the_survey_pages_is_used()
    {
        var pages = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "App"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor").Select(File.ReadAllText));

        Assert.All(JsonSerializer.Deserialize<Dictionary<string, object>>(PageFile)!.Keys, code => Assert.Contains(
            $"\"{code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]}\"", pages, StringComparison.Ordinal));
    }

    private static string PageFile => File.ReadAllText(Repository.PathOf("src", "Domain", "Texts", "Data", "survey-pages.json"));

    private static IEnumerable<string> Places(string text) =>
        TextCatalogue.Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
