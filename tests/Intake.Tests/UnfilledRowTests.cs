namespace Ita.Intake.Tests;

/// <summary>Rows of a form that were not filled in.</summary>
public class UnfilledRowTests
{
    private const string Scores = "fiscal_year,agency_code,item,score,respondents\n";
    private const string Checklist = "fiscal_year,agency_code,item,score,url,comment\n";
    private const string Responses = "fiscal_year,agency_code,instrument,i1,i2\n";

    [Theory]
    [InlineData(Scores + "2566,A1,I1,,\n2566,A1,I2, ,\u00A0\n")]
    [InlineData(Scores + "2566,A1,RATING,,\n,,x,,\n")]
    [InlineData(Checklist + "2566,A1,O1,,,\n2566,A1,O2\n")]
    [InlineData(Responses + "2566,A1,IIT,,\n2566,A1,IIT\n")]
    public async Task A_file_of_only_unfilled_rows_is_accepted_without_scores(string text)
    {
        var outcome = await Uploads.Read(text);

        Assert.False(outcome.IsRefused);
        Assert.Empty(outcome.Problems);
        Assert.Equal((0, 2, 0), (outcome.Counts.Rows, outcome.Counts.BlankRows, outcome.Sheets.Count));
    }

    [Theory]
    [InlineData(Scores)]
    [InlineData(Scores + ",,,,\n\n")]
    public async Task A_file_without_any_row_is_refused(string text) => (await Uploads.Read(text)).Only("no-rows");

    [Theory]
    [InlineData(Scores + "2566,A1,I1,,51\n", "score-empty")]
    [InlineData(Scores + "2566,A1,RATING,,51\n", "score-empty")]
    [InlineData(Checklist + "2566,A1,O1,,https://a.go.th/x,\n", "score-empty")]
    [InlineData(Checklist + "2566,A1,O1,,,ไม่พบ\n", "score-empty")]
    [InlineData(Scores + "2566,A1,I1,,,94.23\n", "extra-cells")]
    public async Task A_row_with_data_but_no_score_is_an_error(string text, string code) =>
        Assert.Contains((await Uploads.Read(text, new() { BadRowShare = 1 })).Problems, problem => (problem.Line, problem.Code) == (2, code));

    [Fact]
    public async Task Filled_in_rows_count_as_usual()
    {
        var outcome = await Uploads.Read(Scores + "2566,A1,I1,90,51\n2566,A1,I2,,\n");

        Assert.Equal((1, 1), (outcome.Counts.Rows, outcome.Counts.BlankRows));
        Assert.Single(Assert.Single(outcome.Sheets).Scores);
    }
}
