using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class PlannerTests
{
    [Fact]
    public void Ekkarat_needs_points_in_every_survey_and_says_how_many()
    {
        var plan = Found(Seeds.Ekkarat);

        Assert.Equal("ผ่านดีเยี่ยม", plan.Target);
        Assert.Equal(
            [("TOTAL", 3.39m), ("IIT", 5.00m), ("EIT1", 7.94m), ("EIT2", 8.69m), ("OIT", 0m)],
            plan.Needs.Select(need => (need.Code, need.Points!.Value)));
        // 86.3193 + 8.68 is 95.00 only by rounding, so the safe figure is a hundredth higher.
        Assert.Equal(8.68m, plan.Needs[3].PointsByRounding);
        Assert.Equal("ผ่านดีเยี่ยม", plan.ByPoints.After.Band);
        Assert.Equal("ผ่านดีเยี่ยม", plan.ByEffort.After.Band);
    }

    [Fact]
    public void Ekkarat_with_both_missing_documents_has_more_points_and_the_same_rating()
    {
        var start = PlanStart.Create(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf())!;

        Assert.Equal((92.61m, "ผ่านดี"), AtBest(start, "O25"));
        Assert.Equal((92.01m, "ผ่านดี"), AtBest(start, "O8"));
        Assert.Equal((93.01m, "ผ่านดี"), AtBest(start, "O8", "O25"));
    }

    [Fact]
    public void Mae_Na_Tham_reaches_its_target_with_1_86_points_on_indicator_4()
    {
        var plan = Found(Seeds.MaeNaTham);

        var raise = Assert.Single(plan.ByPoints.Raises);
        Assert.Equal(("IND4", 84.76m, 86.62m, 1.86m), (raise.Key.ToString(), raise.From, raise.To, raise.Points));
        Assert.Equal([0m, 0.38m, 0m, 0m], plan.Needs.Select(need => need.Points!.Value));
        Assert.Equal(0.37m, plan.Needs[1].PointsByRounding);
        Assert.Equal("ผ่านดีเยี่ยม", plan.ByPoints.After.Band);
    }

    [Fact]
    public void Tha_Rae_needs_0_77_of_the_total_which_the_public_survey_alone_can_bring()
    {
        var plan = Found(Seeds.ThaRae);

        var need = Assert.Single(plan.Needs);
        Assert.Equal(("TOTAL", 0.77m), (need.Code, need.Points));
        Assert.Equal(
            [("IIT", 2.57m, false), ("EIT", 2.57m, true), ("OIT", 1.93m, false)],
            need.Alone.Select(alone => (alone.Code, alone.Points, alone.Possible)));
        Assert.Equal(["IND7"], plan.ByPoints.Raises.Select(raise => raise.Key.Code));
        Assert.Equal((95.00m, "AA"), Told(plan.ByPoints.After));
    }

    [Fact]
    public void With_the_best_rating_there_is_nothing_to_plan() => Assert.IsType<PlanOutcome.Reached>(
        Planner.Plan(Sheets.Scored(Sheets.Of(2567, "IIT=99 EIT1=99 EIT2=99 OIT=99")), Sheets.FrameworkOf(2567)));

    [Fact]
    public void Without_scores_there_is_no_plan() => Assert.IsType<PlanOutcome.NotPlannable>(
        Planner.Plan(Sheets.Scored(Sheets.Of(2567, "IIT=99")), Sheets.FrameworkOf(2567)));

    [Fact]
    public void An_unknown_rating_throws() =>
        Assert.Throws<ArgumentException>(() => Planner.Plan(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), "AAA"));

    [Fact]
    public void When_no_set_is_enough_it_states_the_best_possible_result()
    {
        var fixedItems = Enumerable.Range(1, 30).Select(number => $"I{number}").ToImmutableSortedSet(StringComparer.Ordinal);

        var plan = Planner.Plan(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), efforts: Efforts.Default with { Fixed = fixedItems });

        var none = Assert.IsType<PlanOutcome.NotReachable>(plan);
        Assert.Equal(90.00m, none.Best.Units[0].Shown);
        Assert.Equal([100m, 100m, 100m], none.Best.Units.Skip(1).Select(unit => unit.Shown!.Value));
    }

    [Fact]
    public void An_instrument_below_its_sample_makes_the_better_rating_unreachable()
    {
        var sheet = Sheets.Of(2567, "IIT=99 EIT1=99 EIT2=99 OIT=99", respondents: 3);

        var plan = Planner.Plan(Sheets.Scored(sheet, new(sheet.Year, Sheets.Code, InternalStaff: 50)), Sheets.FrameworkOf(2567), "ผ่านดีเยี่ยม");

        var none = Assert.IsType<PlanOutcome.NotReachable>(plan);
        Assert.Null(none.Needs.First(need => need.Code == "IIT").Points);
    }

    [Fact]
    public void Effort_weights_choose_between_items()
    {
        var efforts = Efforts.Default with { ByItem = Efforts.Default.ByItem.Add("I8", 50).Add("I7", 50) };

        var plan = (PlanOutcome.Found)Planner.Plan(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), efforts: efforts);

        Assert.Contains(plan.ByPoints.Raises, raise => raise.Key.Code == "I8");
        Assert.DoesNotContain(plan.ByEffort.Raises, raise => raise.Key.Code is "I7" or "I8");
    }

    [Fact]
    public void Documents_come_before_opinions_when_the_total_alone_is_short()
    {
        var items = Sheets.FrameworkOf(2565).Items
            .Select(item => KeyValuePair.Create(item.Code, item.Code is "O1" or "O28" ? "0" : item.Code[0] == 'O' ? "100" : "90"));

        var plan = Found(Sheets.Scored(Sheets.Of(2565, items)));

        Assert.Equal(["O1", "O28"], plan.ByEffort.Raises.Where(raise => raise.Instrument == "OIT").Select(raise => raise.Key.Code));
        Assert.Equal("AA", plan.ByEffort.After.Band);
    }

    [Fact]
    public void No_raise_exceeds_the_scale()
    {
        var plan = Found(Seeds.Ekkarat);

        Assert.All(plan.ByPoints.Raises.Concat(plan.ByEffort.Raises), raise => Assert.InRange(raise.To, raise.From, 100m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // no two items cost the same
    public void An_agency_weak_in_everything_is_planned(bool ownWeights)
    {
        var result = Sheets.Scored(Sheets.Of(2566, Sheets.FrameworkOf(2566).Items.SelectMany(Worst)));
        var weights = result.FrameworkOf().Items.Select((item, place) => KeyValuePair.Create(item.Code, 1 + (place * 37 % 101 / 10m)));
        var efforts = ownWeights ? Efforts.Default with { ByItem = Efforts.Default.ByItem.AddRange(weights) } : Efforts.Default;

        Assert.IsType<PlanOutcome.Found>(Planner.Plan(result, result.FrameworkOf(), "ผ่านดีเยี่ยม", efforts));
    }

    private static IEnumerable<KeyValuePair<string, string>> Worst(Item item) => item.Code[0] switch
    {
        'O' => [new(item.Code, "0")],
        'E' => [new($"{item.Code}@EIT1", "61.37"), new($"{item.Code}@EIT2", "58.19")],
        _ => [new(item.Code, "60.21")],
    };

    private static PlanOutcome.Found Found(AgencyResult result) =>
        Assert.IsType<PlanOutcome.Found>(Planner.Plan(result, result.FrameworkOf()));

    private static (decimal, string) AtBest(PlanStart start, params string[] codes) => Told(start.After(start.Units
        .SelectMany(unit => unit.Levers)
        .Where(lever => codes.Contains(lever.Key.Code))
        .Select(lever => (lever, lever.Room))));

    private static (decimal, string) Told(Outlook outlook) => (outlook.Total, outlook.Band);
}
