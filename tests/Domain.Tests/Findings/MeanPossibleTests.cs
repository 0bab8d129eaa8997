using Ita.Domain.Findings;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Findings;

/// <summary>All 30 items of seed 003's internal survey are possible with n = 51; with an altered digit they are not.</summary>
public class MeanPossibleTests
{
    [Fact]
    public void All_items_of_seed_003_are_possible_for_51_people() => Assert.Empty(Found(Ekkarat()));

    [Fact]
    public void An_altered_digit_is_impossible_and_the_nearest_possible_score_is_named()
    {
        var finding = Assert.Single(Found(Ekkarat("I1", "86.36")));

        Assert.Equal(
            ("mean-impossible", Severity.Error, "I1", "86.35", "86.36"),
            (finding.Code, finding.Severity, finding.Where, finding.Expected, finding.Actual));
        Assert.Contains("มีผู้ตอบ 51 คน", finding.Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_of_people_is_told_with_the_numbers_that_fit()
    {
        var findings = Found(Ekkarat(respondents: 50));

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains("51, 102", finding.Text.En, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I3=98.00", 50, true)]
    [InlineData("I3=98.01", 50, false)]
    [InlineData("I3=66.67", 3, true)]
    [InlineData("I3=50.00", 3, false)]
    // Six levels of 20 points: sums of 20.
    [InlineData("I1=93.33", 3, true)]
    [InlineData("I1=90.00", 3, false)]
    public void Yes_and_no_earn_100_or_nothing_and_six_levels_steps_of_20(string score, int respondents, bool possible) =>
        Assert.Equal(possible, Found(Sheets.Of(2567, score, respondents: respondents)).Count == 0);

    [Fact]
    public void Sub_questions_give_more_answers_than_people()
    {
        // I1 of 2565 asks two questions: one person's 67 and 100 make 83.50.
        Assert.Empty(Found(Sheets.Of(2565, "I1=83.50", respondents: 1)));
        Assert.NotEmpty(Found(Sheets.Of(2565, "I2=83.50", respondents: 1)));
    }

    [Fact]
    public void A_part_is_checked_and_both_parts_together_are_not()
    {
        Assert.NotEmpty(Found(Sheets.Of(2567, "E1@EIT1=91.23", respondents: 3)));
        Assert.Empty(Found(Sheets.Of(2567, "E1=91.23", respondents: 3)));
    }

    [Fact]
    public void A_checklist_and_a_score_without_its_number_of_people_are_not_checked()
    {
        Assert.Empty(Found(Sheets.Of(2567, "O1=100 IND1=91.23", respondents: 3)));
        Assert.Empty(Found(Sheets.Of(2567, "I1=91.23")));
    }

    [Theory]
    // 32 people on six levels: 3 x 20 / 32 is 1.875, which is rounded to 1.88.
    [InlineData("I1=1.87", false)]
    [InlineData("I1=1.88", true)]
    [InlineData("I1=1.89", false)]
    [InlineData("I1=1.875", true)]
    [InlineData("I1=1.9", false)]
    public void A_half_prints_away_from_zero(string score, bool possible) =>
        Assert.Equal(possible, Found(Sheets.Of(2567, score, respondents: 32)).Count == 0);

    [Theory]
    [InlineData("90.294117647059")]
    [InlineData("90.29411764705883")]
    public void Digits_with_floating_point_errors_are_ignored(string score) =>
        Assert.Empty(Found(Sheets.Of(2566, "I3=" + score, respondents: 51)));

    [Fact]
    public void Two_thousand_million_people_are_checked_too() => Assert.Equal(
        "-", Assert.Single(Found(Sheets.Of(2567, "I3=50.0000000001", respondents: 2_000_000_000))).Places!["fits"]);

    [Theory]
    [InlineData("I1=0.00", null)]
    [InlineData("I1=0.01", "mean-without-respondents")]
    [InlineData("E1@EIT1=90.00", "mean-without-respondents")]
    [InlineData("E1=90.00", "mean-without-respondents")]
    public void Points_from_no_respondents_are_impossible(string score, string? expected) =>
        Assert.Equal(expected, Sheets.Scored(Sheets.Of(2567, score, respondents: 0)).Findings
            .FirstOrDefault(finding => finding.Code.StartsWith("mean", StringComparison.Ordinal))?.Code);

    [Theory]
    [InlineData("O1=0", null)]
    [InlineData("O1=100.00", null)]
    [InlineData("O1=99.99", "0.00 / 100.00")]
    [InlineData("O1=50", "0.00 / 100.00")]
    public void An_item_of_the_checklist_has_a_point_of_its_scale(string score, string? expected) => Assert.Equal(
        expected, Sheets.Scored(Sheets.Of(2567, score)).Findings.SingleOrDefault(finding => finding.Code == "points-impossible")?.Expected);

    [Theory]
    [InlineData("0/33/67/100")]
    [InlineData("0/20/40/60/80/100")]
    [InlineData("0/100")]
    [InlineData("0/25/75/100")]
    public void Possible_sums_are_exactly_those_found_by_counting(string scale)
    {
        var points = scale.Split('/').Select(int.Parse).ToArray();
        var sums = AnswerSums.Create(points.Select(point => (decimal)point))!;
        HashSet<int> counted = [0];
        for (var answers = 1; answers <= 12; answers++)
        {
            counted = [.. counted.SelectMany(sum => points.Select(point => sum + point))];
            Assert.Equal(counted.Order(), Enumerable.Range(0, (answers * 100) + 101)
                .Where(sum => sums.CanReach(answers, new Interval((sum - 0.1m) / answers, (sum + 0.1m) / answers))));
        }
    }

    [Fact]
    public void Scales_with_fractions_of_a_point_are_not_checked() => Assert.Null(AnswerSums.Create([0, 33.33m, 66.67m, 100]));

    [Fact]
    public void Every_survey_item_of_every_year_can_be_checked() => Assert.All(FrameworkCatalogue.BuiltIn.All, framework =>
        Assert.All(framework.Items, item => Assert.Equal(
            item.Code[0] != 'O', SurveyAnswersIndex.For(framework).AnswersTo(item.Code) is not null)));

    private static List<Finding> Found(ScoreSheet sheet) => [.. Sheets.Scored(sheet).Findings.Where(finding => finding.Code == "mean-impossible")];

    private static ScoreSheet Ekkarat(string? altered = null, string? score = null, int respondents = 51)
    {
        var scores = WorkedExamples.Read<AgencyScorerTests.Example>("Scoring").First(example => example.Scores.ContainsKey("I1")).Scores
            .Where(pair => pair.Key[0] == 'I' && char.IsDigit(pair.Key[1]))
            .Select(pair => pair.Key == altered ? KeyValuePair.Create(pair.Key, score!) : pair);
        return Sheets.Of(2566, scores, respondents: respondents);
    }
}
