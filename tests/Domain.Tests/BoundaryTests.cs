using Ita.Domain.Analysis;
using Ita.Domain.Findings;
using Ita.Domain.Responses;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;
using Ita.Domain.Texts;

namespace Ita.Domain.Tests;

/// <summary>Values on a boundary and next to it on both sides, for rules otherwise tested only away from their boundaries.</summary>
public class BoundaryTests
{
    [Theory]
    [InlineData("90.00", "80.01", false)]
    [InlineData("90.00", "80.00", true)]
    [InlineData("90.00", "79.99", true)]
    public void Two_surveys_disagree_from_a_gap_of_ten_on(string iit, string eit, bool disagree)
    {
        var result = Sheets.Scored(Sheets.Of(2565, $"IIT={iit} EIT={eit} OIT=80.00"));

        var found = Disagreement.Find(result, Sheets.FrameworkOf(2565), DisagreementRule.Default);

        Assert.Equal(disagree, found.Any(one => one.Kind == DisagreementKind.SurveysApart));
    }

    [Theory]
    [InlineData("abcdef", "abcdeX", 0.8, true)]
    [InlineData("abcde", "abcdX", 0.75, false)]
    [InlineData("abcdefg", "abcdefX", 0.83, true)]
    public void Texts_are_similar_from_four_fifths_on(string one, string other, double likeness, bool areAlike)
    {
        Assert.Equal((decimal)likeness, Rounding.ToShown(TextSimilarity.Compare(one, other)));
        Assert.Equal(areAlike, TextSimilarity.AreSimilar(one, other));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 20)]
    public void Of_two_equally_near_sums_the_smaller_is_named(int wanted, long nearest) =>
        Assert.Equal(nearest, AnswerSums.Create([0m, 20m, 40m, 60m, 80m, 100m])!.Nearest(1, wanted));

    // The two hidden items have a mean of 97.50 or more, so the range of each is twice the distance of the mean from 100.
    [Theory]
    [InlineData(97.49, false)]
    [InlineData(97.50, false)]
    [InlineData(97.51, true)]
    public void A_hidden_figure_is_safe_when_it_is_open_over_five_points(double mean, bool hidesMore)
    {
        var relation = new AggregateRelation(ImmutableSortedDictionary<string, long>.Empty.Add("IND1", -2).Add("I1", 1).Add("I2", 1));

        var hidden = Suppression.FindHidden([new("I1", 3, (decimal)mean), new("I2", 3, (decimal)mean), new("IND1", 60, (decimal)mean)], [relation]);

        Assert.Equal(hidesMore, hidden!.Contains("IND1"));
    }

    [Fact]
    public void A_derived_part_near_a_hundred_stays_within_a_hundred()
    {
        var result = Sheets.Scored(Sheets.Of(2566, "IND6=95.00 IND7=95.00 IND8=95.00 IND6@EIT2=90.00 IND7@EIT2=90.00 IND8@EIT2=90.00"));

        var derived = result.Node("IND6@EIT1");

        Assert.Equal((ScoreStatus.Derived, 100m), (derived.Status, derived.Score));
        Assert.Equal(100m, derived.Bounds.High);
        Assert.True(derived.Bounds.Low < 100m);
    }

    [Fact]
    public void Items_of_two_parts_with_equal_respondents_are_checked_part_by_part()
    {
        var sheet = Sheets.Of(2566, "E1@EIT1=50.50 E2@EIT2=66.67", respondents: 3);

        var finding = Assert.Single(Sheets.Scored(sheet).Findings, one => one.Code == "mean-impossible" && one.Where == "E1@EIT1");

        // The numbers of people that fit EIT1 alone. 66.67 of EIT2 fits multiples of three only, which would leave 48, 54, 60.
        var alone = Assert.Single(
            Sheets.Scored(Sheets.Of(2566, "E1@EIT1=50.50", respondents: 3)).Findings, one => one.Code == "mean-impossible");
        Assert.Equal("46, 48, 50, 52, 54, 56, 58, 60, 62, 64", finding.Places!["fits"]);
        Assert.Equal(finding.Places["fits"], alone.Places!["fits"]);
    }
}
