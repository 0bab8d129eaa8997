using System.Text.Json;
using Ita.Domain.Texts;
using Ita.Tests;

namespace Ita.Domain.Tests.Responses;

public class SurveyTextTests
{
    public static TheoryData<string> Codes =>
        [.. JsonSerializer.Deserialize<Dictionary<string, object>>(
            File.ReadAllText(Repository.PathOf("src", "Domain", "Texts", "Data", "surveys.json")))!.Keys];

    [Theory, MemberData(nameof(Codes))]
    public void Each_text_says_the_same_in_Thai_and_English(string code)
    {
        var text = TextCatalogue.Template(code);

        Assert.Equal(Places(text.Th), Places(text.En));
        Assert.Matches("[\u0E01-\u0E2E]", text.Th);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_text_is_used(string code)
    {
        var name = $"\"{code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]}\"";

        Assert.Contains(
            Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(name, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Places(string text) =>
        TextCatalogue.Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
