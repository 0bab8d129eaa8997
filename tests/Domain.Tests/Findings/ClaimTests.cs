using Ita.Domain.Analysis;
using Ita.Domain.Findings;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>What documents say of scores, against the scores: the CLASS findings of seed-audit.md and 001-3.</summary>
public class ClaimTests
{
    private static readonly AgencyResult Seed000 = Indicators(2567, "95.05 96.57 99.24 84.76 97.52 98.52 98.84 96.11 95.00 100.00");
    private static readonly AgencyResult Seed001 = Indicators(2565, "98.68 97.72 98.19 96.30 98.50 85.38 81.22 82.05 100.00 100.00");
    private static readonly AgencyResult Seed003 = Indicators(2566, "94.81 90.48 91.37 85.85 87.49 89.79 85.78 84.50 93.00 100.00");

    [Fact]
    public void Seed_000_passes_all_ten_and_indicator_4_wrongly()
    {
        var finding = Assert.Single(Check(Seed000, [.. Enumerable.Repeat("ผ่านเกณฑ์", 10)]));

        Assert.Equal(("class-differs", "IND4", "ไม่ผ่านเกณฑ์", "ผ่านเกณฑ์"), (finding.Code, finding.Where, finding.Expected, finding.Actual));
        Assert.Contains("84.76", finding.Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_seed_003_is_right_by_its_own_rule()
    {
        string[] labels = [.. Enumerable.Repeat("พัฒนาให้ดีขึ้น", 7), "แก้ไขเร่งด่วน", "พัฒนาให้ดีขึ้น", "รักษาระดับ"];

        Assert.Empty(Check(Seed003, labels));
    }

    [Theory]
    // 003-12: both stand under "ต้องแก้ไขโดยเร่งด่วน".
    [InlineData(4, "แก้ไขโดยเร่งด่วน", "พัฒนาให้ดีขึ้น")]
    [InlineData(9, "แก้ไขโดยเร่งด่วน", "พัฒนาให้ดีขึ้น")]
    [InlineData(8, "รักษาระดับ", "แก้ไขเร่งด่วน")]
    [InlineData(10, "พัฒนาให้ดีขึ้น", "รักษาระดับ")]
    [InlineData(10, "ไม่ผ่านเกณฑ์", "ผ่านเกณฑ์")]
    public void A_class_that_the_score_contradicts_is_named_with_the_right_one(int indicator, string claimed, string expected)
    {
        var claim = new ClassClaim(ScoreKey.Indicator(indicator), ClaimedClass.Read(claimed)!);

        Assert.Equal(expected, Assert.Single(ClassClaims.Check(Seed003, [claim], ClassThresholds.Usual)).Expected);
    }

    [Fact]
    public void Seed_002_draws_its_own_line_at_95() => Assert.Empty(
        ClassClaims.Check(Seed003, [new(ScoreKey.Indicator(1), ClaimedClass.Urgent)], new(95, 100)));

    [Fact]
    public void Unknown_labels_and_unknown_scores_say_nothing()
    {
        Assert.Null(ClaimedClass.Read("ดีมาก"));
        Assert.Empty(ClassClaims.Check(Seed003, [new(new ScoreKey("I1"), ClaimedClass.Keep)], ClassThresholds.Usual));
    }

    [Fact]
    public void List_of_strengths_of_seed_001_has_two_too_many_and_two_too_few()
    {
        var findings = ListClaims.Check(Seed001, new([1, 3, 5, 6, 7, 8, 9, 10], AtLeast: 85));

        Assert.Equal(
            ["list-leaves-out IND2", "list-leaves-out IND4", "list-has-wrong-member IND7", "list-has-wrong-member IND8"],
            findings.Select(finding => $"{finding.Code} {finding.Where}"));
        Assert.All(findings, finding => Assert.Contains("85.00", finding.Text.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Right_lists_on_either_side_of_the_line_say_nothing()
    {
        Assert.Empty(ListClaims.Check(Seed001, new([1, 2, 3, 4, 5, 6, 9, 10], AtLeast: 85)));
        Assert.Empty(ListClaims.Check(Seed001, new([7, 8], Below: 85)));
    }

    [Fact]
    public void Seed_001_calls_indicator_8_the_lowest_of_its_survey_where_7_is()
    {
        var finding = Assert.Single(LowestClaims.Check(Seed001, [new(8, "EIT"), new(7, "EIT"), new(4, "IIT"), new(7)]));

        Assert.Equal(("lowest-differs", "IND8", "IND7 81.22", "82.05"), (finding.Code, finding.Where, finding.Expected, finding.Actual));
    }

    [Fact]
    public void Both_of_a_tie_are_the_lowest() => Assert.Empty(LowestClaims.Check(Seed001, [new(9, "OIT"), new(10, "OIT")]));

    private static IEnumerable<Finding> Check(AgencyResult result, string[] labels) => ClassClaims.Check(
        result,
        labels.Select((label, place) => new ClassClaim(ScoreKey.Indicator(place + 1), ClaimedClass.Read(label)!)),
        ClassThresholds.Usual);

    private static AgencyResult Indicators(int year, string scores) => Sheets.Scored(Sheets.Of(
        year, string.Join(' ', scores.Split(' ').Select((score, place) => $"IND{place + 1}={score}"))));
}
