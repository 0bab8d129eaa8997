using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>Items without a part together with published combined figures: when they are taken as one part, and when not.</summary>
public class UnnamedPartTests
{
    // Seed 003: printed items, and indicators that are not their means.
    private const string First = "E1=83.24 E2=86.24 E3=86.51 E4=98.35 E5=89.76 ";
    private const string Second = "E6=81.90 E7=81.35 E8=98.37 E9=80.80 E10=98.37 ";
    private const string Third = "E11=81.35 E12=80.80 E13=98.37 E14=80.80 E15=79.70 ";
    private const string Published = "IND6=89.79 IND7=85.78 IND8=84.50 ";

    [Fact]
    public void Seed_003_is_one_part_and_the_other_is_derived()
    {
        var result = Sheets.Scored(Sheets.Of(2566, First + Second + Third + Published));

        Assert.Equal(["one-part-items IND6", "one-part-items IND7", "one-part-items IND8"], Found(result));
        Assert.Equal((87.06m, 86.32m), (result.Node("EIT1").Shown, result.Node("EIT2").Shown));
    }

    [Fact]
    public void A_missing_item_removes_the_other_part_but_not_the_explanation()
    {
        var result = Sheets.Scored(Sheets.Of(2566, First.Replace("E4=98.35 ", "", StringComparison.Ordinal) + Second + Third + Published));

        Assert.Equal(
            ["item-missing E4", "one-part-items-incomplete IND6", "one-part-items-incomplete IND7", "one-part-items-incomplete IND8"], Found(result));
        Assert.Equal((89.79m, 85.78m, 84.50m), (result.Node("IND6").Shown, result.Node("IND7").Shown, result.Node("IND8").Shown));
        Assert.Equal(86.69m, result.Node("EIT").Shown);
    }

    /// <summary>The published combined figures are not those of one part.</summary>
    [Fact]
    public void Indicators_without_items_belong_to_neither_part()
    {
        var result = Sheets.Scored(Sheets.Of(2566, Second + Published));

        Assert.Equal(["one-part-items-incomplete IND7"], Found(result));
        Assert.Equal(86.69m, result.Node("EIT").Shown);
        Assert.All(new[] { "EIT1", "EIT2" }, part => Assert.Equal(ScoreStatus.Bounded, result.Node(part).Status));
    }

    [Fact]
    public void One_published_indicator_is_explained_even_when_nothing_else_is_published()
    {
        var result = Sheets.Scored(Sheets.Of(2566, First + Second + Third + "IND7=85.78"));

        Assert.Equal(["one-part-items-incomplete IND7"], Found(result));
        Assert.Equal(85.78m, result.Node("IND7").Shown);
        Assert.Equal(
            (null, ScoreStatus.Bounded, "part-unknown"),
            (result.Node("IND6").Shown, result.Node("IND6").Status, result.Node("IND6").Reason?.Code));
    }

    [Theory]
    // The items give 87.061 for the instrument, so its mean with another part is between 43.53 and 93.53.
    [InlineData("EIT=43.52", "parts-together EIT, published-differs EIT")]
    [InlineData("EIT=43.53", "one-part-items-incomplete EIT")]
    [InlineData("EIT=86.69", "one-part-items-incomplete EIT")]
    [InlineData("EIT=87.06", "parts-together EIT")]
    [InlineData("EIT=93.53", "one-part-items-incomplete EIT")]
    [InlineData("EIT=93.54", "parts-together EIT, published-differs EIT")]
    public void A_published_instrument_alone_is_explained_too(string published, string expected)
    {
        var result = Sheets.Scored(Sheets.Of(2566, First + Second + Third + published));

        Assert.Equal(expected, string.Join(", ", Found(result).Order()));
        Assert.Equal(
            expected.Contains("differs", StringComparison.Ordinal) ? "87.06" : published[4..],
            Combination.Number(result.Node("EIT").Shown!.Value));
    }

    [Fact]
    public void An_instrument_that_its_own_published_indicators_contradict_is_not_explained() => Assert.Equal(
        ["one-part-items IND6", "one-part-items IND7", "one-part-items IND8", "published-differs EIT"],
        Found(Sheets.Scored(Sheets.Of(2566, First + Second + Third + Published + "EIT=88.00"))).Order());

    [Theory]
    // The items give 88.158: with the other part at 0 both are 44.08 (44.079), with it at 100 they are 94.08 (94.079).
    [InlineData("44.07", "published-differs")]
    [InlineData("44.08", "one-part-items-incomplete")]
    [InlineData("44.09", "one-part-items-incomplete")]
    [InlineData("94.07", "one-part-items-incomplete")]
    [InlineData("94.08", "one-part-items-incomplete")]
    [InlineData("94.09", "published-differs")]
    public void A_part_outside_0_to_100_explains_nothing(string published, string expected)
    {
        var result = Sheets.Scored(Sheets.Of(2566, Second + "IND7=" + published));

        Assert.Equal(expected, result.Findings.Single(finding => finding.Where == "IND7").Code);
    }

    [Theory]
    [InlineData("E1=88.00", null)]
    [InlineData("E1=87.99", "published-differs")]
    [InlineData("E1=88.01", "published-differs")]
    public void An_item_without_a_part_beside_both_parts_is_their_mean(string item, string? expected) => Assert.Equal(
        expected,
        Sheets.Scored(Sheets.Of(2567, "E1@EIT1=80.00 E1@EIT2=96.00 " + item)).Findings.SingleOrDefault(finding => finding.Where == "E1")?.Code);

    private static IEnumerable<string> Found(AgencyResult result) => result.Findings.Select(finding => $"{finding.Code} {finding.Where}");
}
