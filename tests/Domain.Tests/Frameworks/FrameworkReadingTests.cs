using System.Text;
using System.Text.Json.Nodes;
using Ita.Domain.Frameworks;
using Ita.Domain.Frameworks.Checks;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Frameworks;

public class FrameworkReadingTests
{
    public static TheoryData<int> Years => FrameworkCatalogueTests.Years;

    [Theory, MemberData(nameof(Years))]
    public void A_framework_that_is_written_is_read_back(int year)
    {
        var framework = Sheets.FrameworkOf(year);

        var read = FrameworkReading.ReadJson(framework.ToJson(), FrameworkCatalogue.BuiltIn);

        Assert.Empty(read.Problems);
        Assert.Equal(Encoding.UTF8.GetString(framework.ToJson()), Encoding.UTF8.GetString(read.Framework!.ToJson()));
    }

    /// <summary>Each row is a fault of its own; the codes and places that must be named are beside it.</summary>
    [Fact]
    public void Twenty_faults_of_a_file_are_all_named_at_once()
    {
        var root = JsonNode.Parse(Sheets.FrameworkOf(2567).ToJson())!.AsObject();
        var seeds = SeededFaults.Seed(root);
        var text = root.ToJsonString(new() { WriteIndented = true });

        var read = FrameworkReading.ReadJson(Encoding.UTF8.GetBytes(text), FrameworkCatalogue.BuiltIn);

        Assert.Equal(20, seeds.Count);
        Assert.Null(read.Framework);
        Assert.Equal(
            seeds.Order(StringComparer.Ordinal),
            read.Problems.Select(problem => $"{problem.Code} {problem.Column}").Intersect(seeds).Order(StringComparer.Ordinal));
        Assert.All(read.Problems, problem => Assert.True(problem.Line > 0, problem.Text.En));
        Assert.All(read.Problems, problem => Assert.Contains("โปรด", problem.Text.Th, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_has_the_line_on_which_it_stands()
    {
        var lines = Encoding.UTF8.GetString(Sheets.FrameworkOf(2567).ToJson()).Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("\"weight\"", StringComparison.Ordinal)) + 1;
        lines[line] = lines[line].Replace("30", "-30", StringComparison.Ordinal);

        var problem = FrameworkReading.ReadJson(Encoding.UTF8.GetBytes(string.Join('\n', lines)), FrameworkCatalogue.BuiltIn)
            .Problems.Single(problem => problem.Code == "framework-weight-range");

        Assert.Equal((line + 1, "instruments[0].weight.value"), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"year\": 2571,")]
    [InlineData("{\"year\": 2571, \"year\": 2572}")]
    [InlineData("\uFFFD")]
    public void A_text_that_is_no_object_is_refused(string text) => Assert.Equal(
        "framework-unreadable", FrameworkReading.ReadJson(Encoding.UTF8.GetBytes(text), FrameworkCatalogue.BuiltIn).Problems.Single().Code);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"year\": 1e400}")]
    [InlineData("{\"year\": 2024, \"items\": [1, null, {}], \"sources\": {\"A\": 1}}")]
    [InlineData("{\"instruments\": {}, \"rating\": [], \"scales\": \"x\", \"measures\": [{}]}")]
    [InlineData("{\"unconfirmed\": {\"unknown\": [{}], \"listOnly\": [7]}}")]
    [InlineData("{\"nonProcessing\": {\"countsAs\": {\"value\": 1e40}}}")]
    public void A_text_with_little_of_a_framework_has_problems_and_no_exception(string text) =>
        Assert.NotEmpty(FrameworkReading.ReadJson(Encoding.UTF8.GetBytes(text), FrameworkCatalogue.BuiltIn).Problems);
}
