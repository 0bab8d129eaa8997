using System.Numerics;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>A half is recognised as such also when it is a sum of thirds and sixths.</summary>
public class RoundingTests
{
    [Theory]
    [InlineData("84.984999", "84.98")]
    [InlineData("84.985", "84.99")]
    [InlineData("84.985001", "84.99")]
    // The decimal result of 234795/3000, as in IIT of 2566 with six items per indicator.
    [InlineData("78.264999999999999999999999998", "78.27")]
    [InlineData("78.264999999999999999", "78.26")]
    public void Halves_are_shown_away_from_zero(string score, string shown) =>
        Assert.Equal(
            decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture),
            Rounding.ToShown(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(2564)]
    [InlineData(2566)]
    [InlineData(2567)]
    public void Scores_of_items_are_those_of_whole_numbers(int year) => Assert.All(Enumerable.Range(year * 1000, 1000), seed =>
    {
        // For test data only; the same for each seed.
#pragma warning disable CA5394
        var random = new Random(seed);
        var framework = Sheets.FrameworkOf(year);
        var hundredths = framework.Items.Where(item => item.Code[0] == 'I').ToDictionary(item => item.Code, _ => random.Next(6000, 10_001));
        var others = Enumerable.Range(6, 5).ToDictionary(number => $"IND{number}", _ => random.Next(6000, 10_001));
#pragma warning restore CA5394

        var result = Sheets.Scored(Sheets.Of(year, hundredths.Concat(others).Select(pair =>
            KeyValuePair.Create(pair.Key, (pair.Value / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))));

        BigInteger items = hundredths.Count;
        BigInteger iit = hundredths.Values.Sum();
        BigInteger eit = others["IND6"] + others["IND7"] + others["IND8"];
        BigInteger oit = others["IND9"] + others["IND10"];
        Assert.Equal((seed, Half(iit, items)), (seed, result.Node("IIT").Shown));
        Assert.Equal((seed, Half((3 * iit) + (items * eit) + (2 * items * oit), 10 * items)), (seed, result.Total.Shown));
    });

    /// <summary>Hundredths, rounded half up in whole numbers.</summary>
    private static decimal Half(BigInteger hundredths, BigInteger over) => (decimal)(((2 * hundredths) + over) / (2 * over)) / 100;
}
