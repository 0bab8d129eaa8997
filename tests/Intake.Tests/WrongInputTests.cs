using System.Text;
using Ita.Domain;
using Ita.Intake.Headers;
using Ita.Intake.Problems;

namespace Ita.Intake.Tests;

public class WrongInputTests
{
    [Theory]
    [InlineData("2566,A1,I31,90", "unknown-item", "item", "I31")]
    [InlineData("2566,A1,,90", "item-empty", "item", "")]
    [InlineData("2566,A1,19,90", "ambiguous-item", "item", "19")]
    [InlineData("2566,A1,I1,100.01", "score-out-of-range", "score", "100.01")]
    [InlineData("2566,A1,I1,-1", "score-out-of-range", "score", "-1")]
    [InlineData("2566,A1,I1,abc", "score-not-a-number", "score", "abc")]
    [InlineData("2566,A1,I1,\"94,23\"", "decimal-comma", "score", "94,23")]
    [InlineData("2023,A1,I1,90", "year-common-era", "fiscal_year", "2023")]
    [InlineData("2560,A1,I1,90", "unknown-year", "fiscal_year", "2560")]
    [InlineData("ปีนี้,A1,I1,90", "year-not-a-number", "fiscal_year", "ปีนี้")]
    [InlineData(",A1,I1,90", "year-empty", "fiscal_year", "")]
    [InlineData("2566,,I1,90", "agency-code-empty", "agency_code", "")]
    [InlineData("2566,1.2E+12,I1,90", "agency-code-unusable", "agency_code", "1.2E+12")]
    public async Task A_wrong_cell_is_named_with_line_column_and_value(string row, string code, string column, string value)
    {
        var outcome = await Uploads.Scores("2566,B2,I1,90", row);

        var problem = outcome.Error(code);
        Assert.Equal((3, column, value), (problem.Line, problem.Column, problem.Value));
        Assert.Equal((2, 1, 1), (outcome.Counts.Rows, outcome.Counts.GoodRows, outcome.Counts.BadRows));
    }

    [Theory]
    // Seed 000 counts the items of the years before, and calls E-Service by its code of 2566.
    [InlineData("2567", "I16", "I16", "2564, 2565, 2566")]
    [InlineData("2567", "e๑๐", "E10", "2564, 2565, 2566")]
    [InlineData("2567", "O36", "O36", "2564, 2565, 2566")]
    [InlineData("2567", "๐๓๖", "O36", "2564, 2565, 2566")]
    [InlineData("2567", "o036", "O36", "2564, 2565, 2566")]
    public async Task A_code_of_other_years_names_them(string year, string code, string item, string years)
    {
        var problem = (await Uploads.Scores($"{year},A1,I1,90", $"{year},A1,{code},90")).Error("item-of-another-year");

        Assert.Equal((3, "item", code), (problem.Line, problem.Column, problem.Value));
        Assert.Contains($"no item {item}", problem.Text.En, StringComparison.Ordinal);
        Assert.Contains(years, problem.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O35", null)]
    [InlineData("O36", "item-of-another-year")]
    [InlineData("O43", "item-of-another-year")]
    [InlineData("O44", "unknown-item")]
    public async Task A_code_of_no_year_is_unknown(string code, string? expected) =>
        Assert.Equal(expected, (await Uploads.Scores($"2567,A1,{code},100")).WithoutVerdict().SingleOrDefault()?.Code);

    [Fact]
    public async Task A_year_of_the_common_era_is_reported_with_the_right_year() =>
        Assert.Contains("2566", (await Uploads.Scores("2023,A1,I1,90")).Error("year-common-era").Text.Th, StringComparison.Ordinal);

    [Fact]
    public async Task An_extra_comma_is_not_read_as_a_score()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,94,23");

        Assert.Equal(2, outcome.Error("extra-cells").Line);
        Assert.Empty(outcome.Sheets);
    }

    [Fact]
    public async Task The_same_item_with_two_scores_names_both_lines_and_both_scores()
    {
        var outcome = await Uploads.Scores("2566,A1,E10,85.50", "2566,A1,e๑๐,58.50");

        var problem = outcome.Error("duplicate-item");
        Assert.Equal((3, "58.50"), (problem.Line, problem.Value));
        Assert.Contains("85.50", problem.Text.En, StringComparison.Ordinal);
        Assert.Contains("line 2", problem.Text.En, StringComparison.Ordinal);
        Assert.Empty(outcome.Sheets);
    }

    [Fact]
    public async Task The_same_item_with_the_same_score_counts_once()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,85.5", "2566,A1,I01,85.50");

        Assert.Equal(3, outcome.Only("duplicate-same").Line);
        Assert.Single(Assert.Single(outcome.Sheets).Scores);
    }

    [Fact]
    public async Task An_agency_with_a_bad_row_is_not_scored_and_the_others_are()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,90", "2566,A1,I2,abc", "2566,B2,I1,80");

        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
        Assert.Equal((1, 1), (outcome.Counts.AgenciesAccepted, outcome.Counts.AgenciesWithBadRows));
    }

    [Fact]
    public async Task A_file_without_an_accepted_agency_is_refused_with_the_reason()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,90", "2566,A1,I2,abc", "2566,A1,I3,80");

        Assert.Equal("no-good-agency", outcome.Refused!.Code);
        Assert.Equal(["no-good-agency", "score-not-a-number"], outcome.Problems.Select(problem => problem.Code));
        Assert.Equal((2, 1, 0), (outcome.Counts.GoodRows, outcome.Counts.BadRows, outcome.Counts.AgenciesAccepted));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task A_file_is_refused_above_a_tenth_of_bad_rows(int badRows, bool refused)
    {
        var rows = Enumerable.Range(1, 100).Select(number => $"2566,A{number},I1,{(number <= badRows ? "abc" : "90")}");

        var outcome = await Uploads.Read(Uploads.Header + string.Join('\n', rows));

        Assert.Equal(refused, outcome.IsRefused);
        Assert.Equal(refused ? 0 : 100 - badRows, outcome.Sheets.Count);
        Assert.Equal(refused ? "too-many-bad-rows" : null, outcome.Refused?.Code);
        Assert.Equal(badRows + (refused ? 1 : 0), outcome.ProblemCount);
    }

    [Fact]
    public async Task Problems_are_all_counted_and_kept_up_to_the_limit()
    {
        var rows = Enumerable.Range(1, 30).Select(number => $"2566,A{number},I1,abc");

        var outcome = await Uploads.Read(
            Uploads.Header + string.Join('\n', rows), new() { BadRowShare = 1, KeptProblems = 10 });

        // The thirty rows, and that no agency is left.
        Assert.Equal((10, 31), (outcome.Problems.Length, outcome.ProblemCount));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    public async Task Errors_are_kept_before_warnings(int errors, int warnings)
    {
        var rows = Enumerable.Range(1, 5).Select(number => $"2566,A{number},I{number},0.999")
            .Append("2566,C1,I1,90")
            .Concat(Enumerable.Range(1, errors).Select(number => $"2566,B{number},I1,abc"));

        var outcome = await Uploads.Read(Uploads.Header + string.Join('\n', rows), new() { BadRowShare = 1, KeptProblems = 3 });

        Assert.Equal(
            (Math.Min(errors, 3), warnings, errors + 5),
            (outcome.Problems.Count(problem => problem.Severity == Severity.Error),
            outcome.Problems.Count(problem => problem.Severity == Severity.Warning), outcome.ProblemCount));
    }

    [Fact]
    public async Task Values_are_shown_short_and_without_control_characters()
    {
        var outcome = await Uploads.Scores($"2566,A1,I1,\"x\u0007{new string('y', 100)}\"");

        var value = outcome.Error("score-not-a-number").Value!;
        Assert.StartsWith("x\\u0007y", value, StringComparison.Ordinal);
        Assert.True(value.Length <= 40);
    }

    [Fact]
    public async Task Two_names_for_one_code_are_a_warning()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,item,score,หน่วยงาน\n2566,A1,I1,90,อบต. ก\n2566,A1,I2,90,อบต. ข\n");

        Assert.Equal((3, "หน่วยงาน"), (outcome.Only("agency-name-differs").Line, outcome.Problems[0].Column));
        Assert.Equal("อบต. ก", Assert.Single(outcome.Agencies).Name);
        Assert.Single(outcome.Sheets);
    }
}
