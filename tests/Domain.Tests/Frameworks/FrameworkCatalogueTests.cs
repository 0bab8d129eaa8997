using System.Text;
using System.Text.Json;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

public class FrameworkCatalogueTests
{
    public static TheoryData<int> Years => [.. FrameworkCatalogue.Years.Select(year => year.BuddhistEra)];

    [Fact]
    public void Knows_five_years_oldest_first() =>
        Assert.Equal([2563, 2564, 2565, 2566, 2567], FrameworkCatalogue.Years.Select(year => year.BuddhistEra));

    [Theory, MemberData(nameof(Years))]
    public void Gives_the_framework_of_the_year_asked_for(int year)
    {
        Assert.True(FrameworkCatalogue.TryGet(year, out var framework));
        Assert.Equal(year, framework.Year.BuddhistEra);
        Assert.Equal($"{year}.1", framework.Version);
        Assert.Same(framework, FrameworkCatalogue.Get(FiscalYear.FromBuddhistEra(year)));
    }

    [Theory]
    [InlineData(2562)]
    [InlineData(2568)]
    // Not a Buddhist Era year at all.
    [InlineData(2024)]
    [InlineData(-1)]
    public void No_year_stands_in_for_an_unknown_one(int year) => Assert.False(FrameworkCatalogue.TryGet(year, out _));

    [Fact]
    public void Asking_for_an_unknown_year_names_the_known_ones()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => FrameworkCatalogue.Get(FiscalYear.FromBuddhistEra(2568)));

        Assert.Contains("2568", error.Message, StringComparison.Ordinal);
        Assert.Contains("2567", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Years))]
    public void Reads_each_file_as_the_serializer_does(int year)
    {
        var text = DataFiles.Read($"{year}.json");
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Equal(
            JsonSerializer.Serialize(JsonSerializer.Deserialize(text, FrameworkJson.Default.Framework), FrameworkJson.Default.Framework!),
            JsonSerializer.Serialize(FrameworkCatalogue.Parse(json), FrameworkJson.Default.Framework));
    }

    [Theory]
    // An unknown member.
    [InlineData("\"version\": ", "\"edition\": 1, \"version\": ")]
    // A doubled member.
    [InlineData("\"version\": ", "\"version\": \"1\", \"version\": ")]
    // A missing member.
    [InlineData("\"version\": \"2563.1\",", "")]
    // A member without a value.
    [InlineData("\"items\": []", "\"items\": null")]
    [InlineData("\"version\": \"2563.1\"", "\"version\": null")]
    // The wrong case.
    [InlineData("\"version\"", "\"Version\"")]
    // A mark by number, and an unknown one.
    [InlineData("\"mark\": \"assumed\"", "\"mark\": 3")]
    [InlineData("\"mark\": \"assumed\"", "\"mark\": \"guess\"")]
    [InlineData("\"year\": 2563", "\"year\": \"2563\"")]
    [InlineData("\"year\": 2563", "\"year\": 2020")]
    // An unknown member within another, and a number that is not whole.
    [InlineData("\"nameEn\": ", "\"nameFr\": \"\", \"nameEn\": ")]
    [InlineData("\"number\": 1", "\"number\": 1.5")]
    public void Refuses_a_file_that_is_not_exactly_a_framework(string wellFormed, string broken)
    {
        var text = DataFiles.Read("2563.json");
        Assert.Contains(wellFormed, text, StringComparison.Ordinal);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(wellFormed, broken, StringComparison.Ordinal)));

        Assert.ThrowsAny<JsonException>(() => FrameworkCatalogue.Parse(json));
    }
}
