using Ita.Domain.Analysis;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Analysis;

public class YearOverYearTests
{
    [Fact]
    public void Ekkarat_rose_by_21_37_most_in_the_prevention_of_corruption()
    {
        var years = Of(Seeds.EkkaratTheYearBefore, Seeds.Ekkarat);

        Assert.Equal((70.24m, 91.61m, 21.37m, Direction.Up), (years.Total.Before, years.Total.After, years.Total.Change, years.Total.Direction));
        Assert.Equal(
            [1.62m, -2.32m, -1.95m, -4.98m, -4.26m, 4.78m, -5.44m, -2.17m, 24.29m, 87.50m],
            years.Indicators.Select(row => row.Change!.Value));
    }

    [Fact]
    public void Without_respondents_a_survey_cannot_be_tested_and_the_reason_is_given()
    {
        var years = Of(Seeds.EkkaratTheYearBefore, Seeds.Ekkarat);

        Assert.Equal(ChangeVerdict.CannotBeTested, years.Indicators[0].Test.Verdict);
        Assert.Equal("change-respondents-unknown", years.Indicators[0].Test.Why.Code);
        Assert.Equal(ChangeVerdict.Real, years.Indicators[9].Test.Verdict);
        Assert.Equal("change-not-sampled", years.Indicators[9].Test.Why.Code);
    }

    /// <summary>The checklist of 2566 asks other documents than that of 2565, so 68.71 and 93.00 do not measure the same.</summary>
    [Fact]
    public void A_score_below_which_the_questions_changed_says_so()
    {
        var years = Of(Seeds.EkkaratTheYearBefore, Seeds.Ekkarat);

        Assert.Equal([9, 10], Changed(years).Where(number => number > 8));
        Assert.True(years.Total.FrameChanged);
        Assert.True(years.Instruments.Single(row => row.Code == "OIT").FrameChanged);
    }

    [Fact]
    public void Indicators_with_the_same_questions_are_told_from_those_with_others()
    {
        Assert.False(new SharedFrame(Sheets.FrameworkOf(2565), Sheets.FrameworkOf(2566)).IsShared(ScoreKey.Indicator(10)));
        Assert.True(new SharedFrame(Sheets.FrameworkOf(2564), Sheets.FrameworkOf(2565)).IsShared(ScoreKey.Indicator(9)));
    }

    [Theory]
    [InlineData(2563, 2564)]
    [InlineData(2564, 2566)]
    public void Years_without_a_crosswalk_are_not_known_to_measure_the_same(int from, int to) =>
        Assert.False(new SharedFrame(Sheets.FrameworkOf(from), Sheets.FrameworkOf(to)).IsShared(ScoreKey.Indicator(1)));

    private static IEnumerable<int> Changed(YearOverYear years) => years.Indicators.Where(row => row.FrameChanged)
        .Select(row => int.Parse(row.Code["IND".Length..], CultureInfo.InvariantCulture));

    [Fact]
    public void Items_are_compared_with_their_partners_and_the_others_are_listed()
    {
        var years = Of(Seeds.EkkaratTheYearBefore, Seeds.Ekkarat);

        Assert.Equal("O18", years.Items.First(row => row.Code == "O11").CodeBefore);
        Assert.Equal("change-score-missing", years.Items.First(row => row.Code == "O11").Test.Why.Code);
        Assert.Contains(years.OnlyAfter, item => item.Code == "O10");
        Assert.Contains(years.OnlyBefore, item => item.Code == "O35");
    }

    [Fact]
    public void Small_samples_need_a_large_change()
    {
        var few = Changed(respondents: 30, staff: null);
        var all = Changed(respondents: 100, staff: 100);

        Assert.Equal((ChangeVerdict.WithinNoise, ChangeVerdict.Real), (few.Verdict, all.Verdict));
        Assert.Equal(0m, all.Margin);
    }

    [Fact]
    public void The_margin_is_that_of_a_normal_distribution_with_the_highest_variance()
    {
        // 1.96 x sqrt((80 x 20 + 85 x 15) / 30) = 19.1870...
        Assert.Equal(19.19m, Changed(respondents: 30, staff: null).Margin);

        // The same x sqrt((60 - 30) / 59).
        Assert.Equal(13.69m, Changed(respondents: 30, staff: 60).Margin);
    }

    // 1.96 x sqrt(80 x 20 / 30) = 14.3138...
    [Theory]
    [InlineData(29, "14.56")]
    [InlineData(30, "14.31")]
    [InlineData(31, "14.08")]
    public void The_item_with_the_fewest_respondents_decides_the_margin_of_its_indicator(int fewest, string margin)
    {
        var scores = Enumerable.Range(1, 6)
            .ToImmutableSortedDictionary(number => new ScoreKey($"I{number}"), number => new GivenScore(80, number == 3 ? fewest : 60));
        var result = Sheets.Scored(new(FiscalYear.FromBuddhistEra(2566), Sheets.Code, scores, null));

        var sampled = new SampledResult(result, result.FrameworkOf()).Find(result.Node("IND1"));

        Assert.Equal(margin, Combination.Number(Rounding.ToShown(sampled!.Value.Margin)));
    }

    [Fact]
    public void A_changed_scale_is_told()
    {
        var before = Sheets.Of(2566, string.Join(' ', Sheets.FrameworkOf(2566).Items.Select(item => $"{item.Code}=90")));
        var after = Sheets.Of(2567, string.Join(' ', Sheets.FrameworkOf(2567).Items.Select(item => $"{item.Code}=90")));

        var rows = Of(Sheets.Scored(before), Sheets.Scored(after)).Items;

        Assert.True(rows.First(row => row.Code == "I1").ScaleChanged);
        Assert.False(rows.First(row => row.Code == "O1").ScaleChanged);
        Assert.All(rows, row => Assert.Equal(Direction.Same, row.Direction));
    }

    [Fact]
    public void Years_in_the_wrong_order_throw() =>
        Assert.Throws<ArgumentException>(() => Of(Seeds.Ekkarat, Seeds.EkkaratTheYearBefore));

    private static ChangeTest Changed(int respondents, int? staff)
    {
        var before = Sheets.Of(2565, "IIT=80 EIT=90 OIT=90", respondents: respondents);
        var after = Sheets.Of(2566, "IIT=85 EIT=90 OIT=90", respondents: respondents);
        return Of(
            Sheets.Scored(before, new(before.Year, Sheets.Code, InternalStaff: staff)),
            Sheets.Scored(after, new(after.Year, Sheets.Code, InternalStaff: staff))).Instruments[0].Test;
    }

    private static YearOverYear Of(AgencyResult before, AgencyResult after) =>
        YearOverYear.Compare(before, before.FrameworkOf(), after, after.FrameworkOf());
}
