using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>The values a printed figure can have been rounded from: the lower half is included, the upper half excluded.</summary>
public class IntervalTests
{
    [Theory]
    [InlineData("85.00", "84.9949999999", false)]
    [InlineData("85.00", "84.995", true)]
    [InlineData("85.00", "85.0049999999", true)]
    [InlineData("85.00", "85.005", false)]
    [InlineData("85", "84.995", true)]
    [InlineData("85", "84.994", false)]
    [InlineData("85.000", "84.9994", false)]
    [InlineData("85.000", "84.9995", true)]
    [InlineData("100.00", "100", true)]
    [InlineData("0.00", "0", true)]
    // A program with binary floating point prints rounding errors in the last digits.
    [InlineData("90.29411764705883", "90.29411764705882352941176", true)]
    public void Values_that_round_to_the_printed_one_are_included(string printed, string value, bool isIn) =>
        Assert.Equal(isIn, Interval.OfPrinted(Parse(printed)).Overlaps(Interval.Exactly(Parse(value))));

    [Theory]
    // Six items of 94.81: the true mean is below 94.815, which would be rounded to 94.82.
    [InlineData("94.81", null)]
    [InlineData("94.82", "published-differs")]
    [InlineData("94.80", "published-differs")]
    public void A_published_mean_a_hundredth_away_is_out_of_reach_of_equal_items(string published, string? finding) =>
        Assert.Equal(finding, Found(2566, Items("I", 6, "94.81") + " IND1=" + published));

    [Theory]
    // Five items of 94.81 and one of 94.84 have the mean 94.815, so the true mean may round to 94.81 or 94.82.
    [InlineData("94.80", "published-differs")]
    [InlineData("94.81", null)]
    [InlineData("94.82", null)]
    [InlineData("94.83", "published-differs")]
    public void Items_between_two_hundredths_can_give_both(string published, string? finding) =>
        Assert.Equal(finding, Found(2566, Items("I", 5, "94.81") + " I6=94.84 IND1=" + published));

    [Theory]
    // One of the eight items of 10.1 fails: indicator 10 is 93.75 and the checklist exactly 96.875.
    [InlineData("96.86", "published-differs")]
    [InlineData("96.87", "published-differs")]
    [InlineData("96.88", null)]
    [InlineData("96.89", "published-differs")]
    public void An_exact_half_is_rounded_away_from_zero_only(string published, string? finding) =>
        Assert.Equal(finding, Found(2566, Items("O", 43, "100").Replace("O31=100", "O31=0", StringComparison.Ordinal) + " OIT=" + published));

    /// <summary>The rounding of all levels adds up: each end of the total's range, and one hundredth past it.</summary>
    [Theory]
    [InlineData("70.23", "published-differs")]
    [InlineData("70.24", null)]
    [InlineData("70.25", null)]
    [InlineData("70.26", "published-differs")]
    public void The_history_of_seed_003_allows_its_total_and_the_next_higher_one(string total, string? finding) => Assert.Equal(
        finding, Found(2565, "IND1=93.19 IND2=92.80 IND3=93.32 IND4=90.83 IND5=91.75 "
            + "IND6=85.01 IND7=91.22 IND8=86.67 IND9=68.71 IND10=12.50 TOTAL=" + total));

    /// <summary>
    /// The items allow at most 94.8183 and the indicator is printed as 94.81, so its true value is below 94.815. The mean of five such
    /// indicators is below 94.815 too, although the items alone would allow 94.82.
    /// </summary>
    [Theory]
    [InlineData("94.80", "published-differs")]
    [InlineData("94.81", null)]
    [InlineData("94.82", "published-differs")]
    public void A_published_figure_that_agrees_narrows_what_stands_above_it(string published, string? finding)
    {
        var items = string.Join(' ', Enumerable.Range(1, 30).Select(number => $"I{number}={(number % 6 == 0 ? "94.83" : "94.81")}"));
        var indicators = string.Join(' ', Enumerable.Range(1, 5).Select(number => $"IND{number}=94.81"));

        Assert.Equal(finding, Found(2566, $"{items} {indicators} IIT={published}"));
    }

    private static string Items(string letter, int count, string score) =>
        string.Join(' ', Enumerable.Range(1, count).Select(number => $"{letter}{number}={score}"));

    private static string? Found(int year, string scores) =>
        Sheets.Scored(Sheets.Of(year, scores)).Findings.SingleOrDefault(finding => finding.Code != "item-missing")?.Code;

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
