using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Workbooks whose cells are shown differently from the number that they hold.</summary>
public class ShownCellTests
{
    private const string Header = "<row r=\"1\"><c t=\"inlineStr\"><is><t>ปีงบประมาณ</t></is></c><c t=\"inlineStr\"><is><t>รหัสหน่วยงาน</t></is></c>"
        + "<c t=\"inlineStr\"><is><t>ข้อ</t></is></c><c t=\"inlineStr\"><is><t>คะแนน</t></is></c></row>";

    /// <summary>One row for each score cell. Style 3 has the format; code, item and score are A2, I1 and 90 where they are not given.</summary>
    private static Task<IntakeOutcome> Read(string format, string? code = null, string? item = null, params string[] scores)
    {
        var rows = scores.Length == 0 ? ["<c><v>90</v></c>"] : scores;
        var book = new TestWorkbook(Header + string.Concat(rows.Select((score, index) =>
            $"<row><c><v>2566</v></c>{code ?? Text("A2")}{item ?? Text($"I{index + 1}")}{score}</row>")));
        const string known = "formatCode=\"00000\"";
        return Uploads.Read(
            book.With("xl/styles.xml", book.Part("xl/styles.xml").Replace(
                known, $"formatCode=\"{System.Security.SecurityElement.Escape(format)}\"", StringComparison.Ordinal)).Bytes(),
            new() { BadRowShare = 1 });
    }

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Shown(string number) => $"<c s=\"3\"><v>{number}</v></c>";

    [Theory]
    [InlineData("[>1]0.00;0.00%", "0.9423", "94.23")]
    [InlineData("[<=1]0.00%;0.00\" คะแนน\"", "94.23", "94.23")]
    [InlineData("\"ร้อยละ \"0.00", "94.23", "94.23")]
    [InlineData("\"คะแนน \"0.00", "94.23", "94.23")]
    public async Task A_score_is_read_as_its_format_shows_it(string format, string held, string score)
    {
        var outcome = await Read(format, scores: Shown(held));

        Assert.Empty(outcome.Problems);
        Assert.Equal(score, FormattableString.Invariant($"{Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Score}"));
    }

    [Theory]
    [InlineData("\"06\"000000", "06150502")]
    [InlineData("00\\-000000", "00-150502")]
    [InlineData("\\A0", "A150502")]
    public async Task A_code_is_read_as_its_format_shows_it(string format, string code) =>
        Assert.Equal(code, Assert.Single((await Read(format, Shown("150502"))).Sheets).AgencyCode);

    [Theory]
    [InlineData("\"I\"0", "1", "I1")]
    [InlineData("\\O0", "34", "O34")]
    [InlineData("\"ข้อ I\"0", "2", "I2")]
    public async Task An_item_is_read_as_its_format_shows_it(string format, string held, string item) =>
        Assert.Equal(new ScoreKey(item), Assert.Single(Assert.Single((await Read(format, item: Shown(held))).Sheets).Scores).Key);

    [Theory]
    [InlineData("12345678901234568")]
    [InlineData("1234567890123456")]
    [InlineData("1.23456789012345E+19")]
    public async Task A_code_of_more_than_fifteen_digits_is_refused_where_a_number_holds_it(string held)
    {
        var problem = (await Read("0", $"<c><v>{held}</v></c>")).Error("code-not-held");

        Assert.Equal((2, "รหัสหน่วยงาน"), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("<c><v>123456789012345</v></c>", "123456789012345")]
    [InlineData("<c t=\"inlineStr\"><is><t>12345678901234568</t></is></c>", "12345678901234568")]
    [InlineData("<c t=\"str\"><f>A1</f><v>12345678901234568</v></c>", "12345678901234568")]
    public async Task A_long_code_is_read_from_text_and_from_a_number_that_can_hold_it(string cell, string code) =>
        Assert.Equal(code, Assert.Single((await Read("0", cell)).Sheets).AgencyCode);

    [Theory]
    [InlineData("0.00E+00", "100000")]
    [InlineData("##0.0E+0", "6150502")]
    [InlineData("0%", "0.06")]
    [InlineData("0%", "6150502")]
    [InlineData("# ?/?", "0.5")]
    [InlineData("#,##0,", "6150502")]
    public async Task A_code_that_became_a_percentage_a_fraction_or_an_exponent_is_refused(string format, string held)
    {
        var problem = (await Read(format, Shown(held))).Error("code-rescaled");

        Assert.Equal((2, "รหัสหน่วยงาน"), (problem.Line, problem.Column));
        Assert.Equal("ข้อ", (await Read(format, item: Shown(held))).Error("code-rescaled").Column);
    }

    [Theory]
    [InlineData("0.00E+00", "94.23", "94.23")]
    [InlineData("0.00%", "0.9423", "94.23")]
    [InlineData("# ?/?", "94.5", "94.5")]
    public async Task A_score_in_such_a_format_is_read(string format, string held, string score)
    {
        var outcome = await Read(format, scores: Shown(held));

        Assert.Empty(outcome.Problems);
        Assert.Equal(score, FormattableString.Invariant($"{Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Score}"));
    }

    [Fact]
    public async Task Decimals_that_are_not_shown_are_noted_once_for_the_column()
    {
        var outcome = await Read("0", null, null, Shown("95"), Shown("94.6"), Shown("93.4"));

        var problem = outcome.Only("decimals-not-shown");
        Assert.Equal((3, "95", Severity.Warning), (problem.Line, problem.Value, problem.Severity));
        Assert.Contains("94.6", problem.Text.En, StringComparison.Ordinal);
        Assert.Equal([95m, 95m, 93m], Assert.Single(outcome.Sheets).Scores.Values.Select(score => score.Score));
    }

    [Theory]
    [InlineData("0", "95")]
    [InlineData("0.00", "94.2349")]
    [InlineData("0.0", "94.5")]
    public async Task Decimals_that_change_nothing_shown_are_not_noted(string format, string held) =>
        Assert.Empty((await Read(format, scores: Shown(held))).Problems);

    [Fact]
    public async Task A_number_that_its_format_hides_is_read_with_a_warning()
    {
        var outcome = await Read("0.00;-0.00;;@", scores: Shown("0"));

        Assert.Contains("holds 0", outcome.Only("number-not-shown").Text.En, StringComparison.Ordinal);
        Assert.Equal(0m, Assert.Single(Assert.Single(outcome.Sheets).Scores).Value.Score);
    }
}
