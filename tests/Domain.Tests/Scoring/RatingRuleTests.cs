using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class RatingRuleTests
{
    public static TheoryData<int> Years => [.. FrameworkCatalogue.BuiltIn.Years.Select(year => year.BuddhistEra)];

    [Theory, MemberData(nameof(Years))]
    public void Every_total_in_steps_of_a_hundredth_has_exactly_one_rating(int year)
    {
        var scheme = Sheets.FrameworkOf(year).Rating;
        for (var total = 0.00m; total <= 100m; total += 0.01m)
        {
            // All instruments equal the total, so the conditions depend on the total only.
            var outcome = RatingRule.Rate(scheme, total, Instruments(total, total, total, total));

            var decided = Assert.IsType<RatingOutcome.Decided>(outcome);
            var holding = scheme.Bands.Where(band => total >= band.TotalAtLeast.Value && total >= (band.EveryInstrumentAtLeast?.Value ?? 0)).ToList();
            Assert.Equal(holding[0].Name, decided.Band);
        }
    }

    [Theory]
    [InlineData(2565, 84.99, "B")]
    [InlineData(2565, 84.994, "B")]
    [InlineData(2565, 84.995, "A")]
    [InlineData(2565, 94.994, "A")]
    [InlineData(2565, 94.995, "AA")]
    [InlineData(2565, 95.00, "AA")]
    [InlineData(2566, 84.994, "ต้องปรับปรุง")]
    [InlineData(2566, 84.995, "ผ่านดี")]
    [InlineData(2566, 85.00, "ผ่านดี")]
    [InlineData(2566, 94.994, "ผ่านดี")]
    [InlineData(2566, 94.995, "ผ่านดีเยี่ยม")]
    [InlineData(2567, 69.99, "ต้องปรับปรุงโดยด่วน")]
    [InlineData(2567, 69.995, "ต้องปรับปรุง")]
    [InlineData(2567, 70.00, "ต้องปรับปรุง")]
    public void A_total_is_rated_on_its_two_decimals(int year, decimal unrounded, string expected)
    {
        var shown = Rounding.ToShown(unrounded);

        var outcome = RatingRule.Rate(Sheets.FrameworkOf(year).Rating, shown, Instruments(shown, shown, shown, shown));

        Assert.Equal(expected, outcome.BandName);
    }

    [Theory]
    [InlineData(94.99, "ผ่านดี")]
    [InlineData(95.00, "ผ่านดีเยี่ยม")]
    [InlineData(95.01, "ผ่านดีเยี่ยม")]
    [InlineData(84.99, "ผ่าน")]
    [InlineData(85.00, "ผ่านดี")]
    [InlineData(85.01, "ผ่านดี")]
    public void One_low_instrument_limits_the_rating_of_a_high_total(decimal lowest, string expected)
    {
        var outcome = RatingRule.Rate(Sheets.FrameworkOf(2567).Rating, 96m, Instruments(lowest, 98, 98, 98));

        Assert.Equal(expected, outcome.BandName);
    }

    [Theory]
    [InlineData(94.99, "TOTAL, IIT")]
    [InlineData(95.00, "IIT")]
    [InlineData(95.01, "IIT")]
    public void A_total_blocks_the_next_rating_below_its_line_only(decimal total, string blocks)
    {
        var outcome = RatingRule.Rate(Sheets.FrameworkOf(2567).Rating, total, Instruments(94, 98, 98, 98));

        var next = Assert.IsType<RatingOutcome.Decided>(outcome).Next!;
        Assert.Equal(("ผ่านดีเยี่ยม", blocks), (next.Band, string.Join(", ", next.Blocks.Select(block => block.What))));
    }

    [Theory]
    [InlineData(92.50, "ผ่านดี")]
    [InlineData(92.49, null)]
    [InlineData(97.50, "ผ่านดีเยี่ยม")]
    [InlineData(97.49, null)]
    [InlineData(84.99, "ผ่าน")]
    [InlineData(85.00, null)]
    public void Two_parts_known_only_together_decide_the_rating_when_their_bounds_do(decimal mean, string? expected)
    {
        var total = mean < 95 ? 94m : 96m;

        var outcome = RatingRule.Rate(Sheets.FrameworkOf(2567).Rating, total, InstrumentsWithMean(99, mean, 99));

        Assert.Equal(expected, outcome.BandName);
    }

    [Fact]
    public void A_rating_that_cannot_be_told_names_its_candidates_best_first()
    {
        var outcome = RatingRule.Rate(Sheets.FrameworkOf(2567).Rating, 94m, InstrumentsWithMean(99, 90, 99));

        var open = Assert.IsType<RatingOutcome.Undecided>(outcome);
        Assert.Equal<string>(["ผ่านดี", "ผ่าน"], open.Candidates);
        Assert.Contains("80.00", open.Why.Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public void No_total_has_no_rating() =>
        Assert.IsType<RatingOutcome.NotRated>(RatingRule.Rate(Sheets.FrameworkOf(2567).Rating, null, []));

    private static ImmutableArray<ScoreNode> Instruments(decimal internalSurvey, decimal part1, decimal part2, decimal checklist) =>
    [
        Node("IIT", internalSurvey),
        Node("EIT", (part1 + part2) / 2) with { Parts = [Node("EIT1", part1), Node("EIT2", part2)] },
        Node("OIT", checklist),
    ];

    private static ImmutableArray<ScoreNode> InstrumentsWithMean(decimal internalSurvey, decimal mean, decimal checklist) =>
    [
        Node("IIT", internalSurvey),
        Node("EIT", mean) with { Parts = PartBounds.Narrowed(Node("EIT", mean), [Unknown("EIT1"), Unknown("EIT2")]) },
        Node("OIT", checklist),
    ];

    private static ScoreNode Node(string code, decimal score) => Unknown(code) with
    {
        Score = score,
        Shown = Rounding.ToShown(score),
        Status = ScoreStatus.Computed,
    };

    private static ScoreNode Unknown(string code) => new()
    {
        Level = Level.Instrument,
        Key = new(code),
        Name = code,
        Status = ScoreStatus.NotProcessed,
        Formula = "",
    };
}
