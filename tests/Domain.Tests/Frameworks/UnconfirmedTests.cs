using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>2568 and 2569, whose rules are public in part (docs/sources/public.md).</summary>
public class UnconfirmedTests
{
    [Theory]
    [InlineData(2567, false)]
    [InlineData(2568, true)]
    [InlineData(2569, true)]
    public void Only_the_years_whose_rules_are_not_confirmed_have_caveats(int year, bool any) =>
        Assert.Equal(any, !AssumedFacts.Caveats(Sheets.FrameworkOf(year)).IsEmpty);

    [Fact]
    public void What_is_assumed_of_2568_is_listed()
    {
        var caveats = AssumedFacts.Caveats(Sheets.FrameworkOf(2568));

        Assert.Contains("Assumed: the weights of IIT, EIT1, EIT2, OIT", caveats.Select(caveat => caveat.En));
        Assert.Contains("Assumed: which items the sub-indicators 9.1, 9.2, 9.3, 9.4, 9.5, 10.1, 10.2 have", caveats.Select(caveat => caveat.En));
        Assert.Contains("Assumed: the texts of the items O25, O26", caveats.Select(caveat => caveat.En));
        Assert.Contains("Assumed: the totals of the ratings ผ่านดีเยี่ยม, ต้องปรับปรุง, ต้องปรับปรุงโดยด่วน", caveats.Select(caveat => caveat.En));
        Assert.Contains("Not known: Minimum samples of IIT and EIT", caveats.Select(caveat => caveat.En));
        Assert.All(caveats, caveat => Assert.DoesNotContain("{names}", caveat.Th + caveat.En, StringComparison.Ordinal));
    }

    /// <summary>Announced of an agency of 2568: the total 94.64 with EIT below 85 is rated ผ่าน (MGR-SAO).</summary>
    [Theory]
    [InlineData("84.99", "ผ่าน")]
    [InlineData("85", "ผ่านดี")]
    [InlineData("85.01", "ผ่านดี")]
    public void The_total_94_64_is_rated_by_EIT(string eit, string rating)
    {
        // 30 IIT + 30 EIT + 40 OIT = 9464; OIT is 100.
        var score = decimal.Parse(eit, CultureInfo.InvariantCulture);
        var iit = (9464 - 4000 - (30 * score)) / 30;
        var result = Sheets.Scored(Sheet(2568, ("IIT", iit), ("EIT1", score), ("EIT2", score), ("OIT", 100), ("TOTAL", 94.64m)));

        Assert.Equal((94.64m, rating), (result.Total.Shown, result.Rating.BandName));
    }

    [Fact]
    public void Indicators_of_2568_are_computed_from_items_with_a_warning()
    {
        var result = Sheets.Scored(Sheet(2568, [.. Items(2568).Select(code => (code, code == "O12" ? 0m : 100m))]));

        // 9.3 is the mean of O12 and O13: 50; indicator 9 the mean of five sub-indicators.
        Assert.Equal(90, result.ShownOf(ScoreKey.Indicator(9)));
        Assert.Equal(["IND9", "IND10"], result.Findings.Where(finding => finding.Code == "ranges-assumed").Select(finding => finding.Where));
    }

    [Fact]
    public void A_stated_indicator_of_2568_has_no_such_warning()
    {
        var result = Sheets.Scored(Sheet(2568, [("IND9", 90m), ("IND10", 100m)]));

        Assert.Equal(95, result.ShownOf(new("OIT")));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Items_of_2569_are_listed_and_nothing_is_computed_from_them()
    {
        var result = Sheets.Scored(Sheet(2569, [.. Items(2569).Select(code => (code, 100m))]));
        var nine = result.Indicators.Single(node => node.Key == ScoreKey.Indicator(9));

        Assert.Equal((null, "items-only-listed"), (nine.Score, nine.Reason!.Code));
        Assert.Equal(100, result.ShownOf(new("O26")));
        Assert.Null(result.Total.Score);
    }

    [Fact]
    public void A_stated_indicator_of_2569_stands_beside_its_items()
    {
        var result = Sheets.Scored(Sheet(2569, [("O1", 0m), ("IND9", 97.5m), ("IND10", 100m)]));

        Assert.Equal((97.5m, 0m), (result.ShownOf(ScoreKey.Indicator(9)), result.ShownOf(new("O1"))));
        Assert.DoesNotContain(result.Findings, finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(2568), InlineData(2569)]
    public void A_plan_is_made_from_indicators_alone(int year)
    {
        var result = Sheets.Scored(Sheet(year, [.. Enumerable.Range(1, 10).Select(number => ($"IND{number}", 84m))]));

        var plan = Assert.IsType<PlanOutcome.Found>(Planner.Plan(result, Sheets.FrameworkOf(year)));
        Assert.NotEmpty(plan.Needs);
        Assert.NotEmpty(MeasureSuggestions.Suggest(result, Sheets.FrameworkOf(year), ClassThresholds.Default));
    }

    [Fact]
    public void The_minimum_samples_of_2568_are_not_known() => Assert.Null(SampleSize.MinimumFor(
        Sheets.FrameworkOf(2568), "IIT", new(FiscalYear.FromBuddhistEra(2568), "A1", InternalStaff: 100)));

    [Theory]
    [InlineData("O25"), InlineData("O26")]
    public void The_items_that_this_product_prints_the_documents_of_have_a_note(string code) =>
        Assert.Contains("ระบบนี้จัดพิมพ์", Sheets.FrameworkOf(2569).Items.Single(item => item.Code == code).Note, StringComparison.Ordinal);

    private static ScoreSheet Sheet(int year, params (string Key, decimal Score)[] scores) => Sheets.Of(
        year, scores.Select(score => KeyValuePair.Create(score.Key, score.Score.ToString(CultureInfo.InvariantCulture))));

    private static IEnumerable<string> Items(int year) => Sheets.FrameworkOf(year).Items.Select(item => item.Code);
}
