using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

public class FrameworkCatalogueTests
{
    public static TheoryData<int> Years => [.. FrameworkCatalogue.BuiltIn.Years.Select(year => year.BuddhistEra)];

    [Fact]
    public void Has_seven_years_oldest_first() =>
        Assert.Equal([2563, 2564, 2565, 2566, 2567, 2568, 2569], FrameworkCatalogue.BuiltIn.Years.Select(year => year.BuddhistEra));

    [Theory, MemberData(nameof(Years))]
    public void Returns_the_framework_of_the_requested_year(int year)
    {
        Assert.True(FrameworkCatalogue.BuiltIn.TryGet(year, out var framework));
        Assert.Equal(year, framework.Year.BuddhistEra);
        Assert.Equal(year == 2567 ? "2567.2" : $"{year}.1", framework.Version);
        Assert.Same(framework, FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)));
    }

    [Theory]
    [InlineData(2562)]
    [InlineData(2570)]
    // Not a Buddhist Era year at all.
    [InlineData(2024)]
    [InlineData(-1)]
    public void No_other_year_is_used_for_an_unknown_one(int year) => Assert.False(FrameworkCatalogue.BuiltIn.TryGet(year, out _));

    [Fact]
    public void Requesting_an_unknown_year_names_the_known_ones()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2570)));

        Assert.Contains("2570", error.Message, StringComparison.Ordinal);
        Assert.Contains("2567", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Years))]
    public void Reads_every_member_of_each_file(int year)
    {
        var text = DataFiles.Read($"{year}.json");
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var read = JsonSerializer.SerializeToNode(FrameworkCatalogue.Parse(json), FrameworkJson.Default.Framework);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), read));
    }

    [Theory]
    // An unknown member.
    [InlineData("\"version\": ", "\"edition\": 1, \"version\": ", "edition")]
    // A duplicate member.
    [InlineData("\"version\": ", "\"version\": \"1\", \"version\": ", "version")]
    // A missing member.
    [InlineData("\"version\": \"2563.1\",", "", "version")]
    // A member without a value.
    [InlineData("\"items\": []", "\"items\": null", "items")]
    [InlineData("\"version\": \"2563.1\"", "\"version\": null", "version")]
    // The wrong case.
    [InlineData("\"version\"", "\"Version\"", "Version")]
    // A mark by number, and an unknown one.
    [InlineData("\"mark\": \"assumed\"", "\"mark\": 3", "mark")]
    [InlineData("\"mark\": \"assumed\"", "\"mark\": \"guess\"", "mark")]
    [InlineData("\"year\": 2563", "\"year\": \"2563\"", "fiscal year")]
    [InlineData("\"year\": 2563", "\"year\": 2020", "fiscal year")]
    // An unknown member within another, and a number that is not whole.
    [InlineData("\"nameEn\": ", "\"nameFr\": \"\", \"nameEn\": ", "nameFr")]
    [InlineData("\"number\": 1", "\"number\": 1.5", "number")]
    public void Refuses_a_file_that_is_not_exactly_a_framework_and_names_the_member(string wellFormed, string broken, string named)
    {
        var text = DataFiles.Read("2563.json");
        Assert.Contains(wellFormed, text, StringComparison.Ordinal);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(wellFormed, broken, StringComparison.Ordinal)));

        var error = Assert.ThrowsAny<JsonException>(() => FrameworkCatalogue.Parse(json));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
