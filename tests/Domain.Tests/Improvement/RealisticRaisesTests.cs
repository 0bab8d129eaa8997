using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class RealisticRaisesTests
{
    /// <summary>The fewest points raise ten items of Ekkarat to exactly 100, which no survey reaches.</summary>
    [Fact]
    public void No_survey_score_is_asked_to_reach_100()
    {
        var (plan, realistic) = Of(Seeds.Ekkarat);

        Assert.Contains(plan.ByPoints.Raises, raise => raise.To == 100);
        Assert.DoesNotContain(realistic.Raises, raise => raise.To >= 100);
        Assert.Equal(plan.Target, realistic.After.Band);
    }

    [Fact]
    public void The_scores_of_a_survey_below_one_level_are_raised_to_it()
    {
        var (_, realistic) = Of(Seeds.Ekkarat);
        var raises = realistic.Raises.Where(raise => raise.Instrument == "IIT").ToList();

        var level = Assert.Single(raises.Select(raise => raise.To).Distinct());
        var untouched = Seeds.Ekkarat.Instruments[0].SelfAndBelow()
            .Where(node => node.Level == Level.Item && raises.All(raise => raise.Key != node.Key));
        Assert.All(untouched, node => Assert.True(node.Score >= level));
    }

    [Fact]
    public void A_raise_that_is_within_reach_stays_as_it_is()
    {
        var (plan, realistic) = Of(Seeds.MaeNaTham);

        Assert.Equal(plan.ByPoints.Raises.Select(Brief), realistic.Raises.Select(Brief));
    }

    /// <summary>
    /// Indicator 10 of 2565 has eight items in one half and two in the other: each is worth 6.25 or 25 points, so 12.50 becomes 37.50 and
    /// never 36.30.
    /// </summary>
    [Fact]
    public void A_checklist_is_raised_by_whole_items()
    {
        var (plan, realistic) = Of(Seeds.EkkaratTheYearBefore);

        Assert.Equal(36.30m, plan.ByPoints.Raises.Single(raise => raise.Key.Code == "IND10").To);
        Assert.Equal(37.50m, realistic.Raises.Single(raise => raise.Key.Code == "IND10").To);
        Assert.Equal(plan.Target, realistic.After.Band);
    }

    [Theory]
    [InlineData("40", "IND10=43.75")]
    [InlineData("43.75", "IND10=43.75")]
    [InlineData("43.76", "IND10=50.00")]
    [InlineData("99", "IND10=100.00")]
    public void A_checklist_stops_at_the_next_score_that_its_items_give(string to, string expected)
    {
        var result = Seeds.EkkaratTheYearBefore;
        var raise = Of(result).Plan.ByPoints.Raises.Single(one => one.Key.Code == "IND10");
        var points = decimal.Parse(to, CultureInfo.InvariantCulture) - raise.From;

        var realistic = RealisticRaises.Find(result, result.FrameworkOf(), Of(result).Plan.ByPoints with
        {
            Raises = [raise with { Points = points, To = raise.From + points }],
        });

        Assert.Equal(expected, realistic.Raises.Select(one => $"{one.Key}={one.To}").Single());
    }

    /// <summary>One document fulfils an item of a checklist; a survey needs many people.</summary>
    [Fact]
    public void Raises_of_checklists_come_before_those_of_surveys()
    {
        var result = Seeds.EkkaratTheYearBefore;
        var fewest = Of(result).Plan.ByPoints;
        var checklist = fewest.Raises.Single(one => one.Key.Code == "IND10");
        var score = result.Indicators.Single(node => node.Key == ScoreKey.Indicator(1)).Score!.Value;
        var survey = checklist with { Key = ScoreKey.Indicator(1), Instrument = "IIT", From = score, To = score + 1, Points = 1 };

        var realistic = RealisticRaises.Find(result, result.FrameworkOf(), fewest with { Raises = [survey, checklist] });

        Assert.Equal("IND10", realistic.Raises[0].Key.Code);
        Assert.Contains(realistic.Raises.Skip(1), raise => raise.Instrument == "IIT");
        Assert.DoesNotContain(realistic.Raises.Skip(1), raise => raise.Instrument == "OIT");
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(0)]
    [InlineData(0.01)]
    public void A_score_is_not_raised_above_its_best_tenth_while_others_can_give_the_gain(double offset)
    {
        var level = Of(Seeds.Ekkarat).Realistic.Raises.First(raise => raise.Instrument == "IIT").To;
        var lowest = Seeds.Ekkarat.Instruments[0].SelfAndBelow().Where(node => node.Level == Level.Item).MinBy(node => node.Score)!;

        var realistic = With(Seeds.Ekkarat, (lowest.Key, level + (decimal)offset));

        var raise = realistic.Raises.Single(one => one.Key == lowest.Key);
        var others = realistic.Raises.Where(one => one.Instrument == "IIT" && one.Key != lowest.Key).Select(one => one.To).Distinct();
        Assert.Equal(level + (decimal)Math.Min(0, offset), raise.To);
        Assert.Equal(level + (decimal)offset, raise.BestTenth);
        Assert.InRange(Assert.Single(others), level, level + 0.01m);
        Assert.Equal(Of(Seeds.Ekkarat).Plan.Target, realistic.After.Band);
    }

    [Fact]
    public void Where_the_best_tenths_do_not_give_the_gain_the_scores_are_raised_above_them()
    {
        var scores = Seeds.Ekkarat.Instruments[0].SelfAndBelow().Where(node => node.Level == Level.Item).ToList();

        var realistic = With(Seeds.Ekkarat, [.. scores.Select(node => (node.Key, node.Shown!.Value))]);

        Assert.Equal(
            Of(Seeds.Ekkarat).Realistic.Raises.Select(Brief), realistic.Raises.Select(Brief));
        Assert.Contains(realistic.Raises, raise => raise.To > raise.BestTenth);
    }

    /// <summary>Single scores are raised to 100 when the best tenth of comparable agencies reach it.</summary>
    [Fact]
    public void A_raise_that_the_best_tenth_reach_stays_as_it_is()
    {
        var plan = Of(Seeds.Ekkarat).Plan;

        var realistic = With(Seeds.Ekkarat, [.. plan.ByPoints.Raises.Select(raise => (raise.Key, raise.To))]);

        Assert.Equal(plan.ByPoints.Raises.Select(raise => (raise.Key, raise.To)).Order(), realistic.Raises.Select(one => (one.Key, one.To)).Order());
    }

    [Fact]
    public void The_scores_after_the_raises_are_those_of_the_table()
    {
        foreach (var result in new[] { Seeds.Ekkarat, Seeds.EkkaratTheYearBefore, Seeds.ThaRae, Seeds.MaeNaTham })
        {
            var (_, realistic) = Of(result);

            Assert.InRange(realistic.After.Total - result.Total.Shown!.Value - realistic.Raises.Sum(raise => raise.TotalGain), -0.01m, 0.01m);
        }
    }

    private static (ScoreKey Key, decimal To, decimal Points) Brief(Raise raise) => (raise.Key, raise.To, raise.Points);

    private static RaiseSet With(AgencyResult result, params (ScoreKey Key, decimal Reached)[] bestTenths) => RealisticRaises.Find(
        result, result.FrameworkOf(), Of(result).Plan.ByPoints, bestTenths.ToDictionary(one => one.Key, one => one.Reached));

    private static (PlanOutcome.Found Plan, RaiseSet Realistic) Of(AgencyResult result)
    {
        var plan = Assert.IsType<PlanOutcome.Found>(Planner.Plan(result, result.FrameworkOf()));
        return (plan, RealisticRaises.Find(result, result.FrameworkOf(), plan.ByPoints));
    }
}
