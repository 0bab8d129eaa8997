using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>A respondent who answers twice in a file with one row per respondent.</summary>
public sealed class RespondentTests
{
    private const string Header = "fiscal_year,agency_code,instrument,respondent,i1,i2,i4\n";

    private static Task<IntakeOutcome> Wide(params string[] rows) => Uploads.Read(Header + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });

    [Theory]
    [InlineData("2566,A1,IIT,1,มากที่สุด,มาก,ไม่มี", "I1")]
    [InlineData("2566,A1,IIT, 1 ,น้อย,,", "I1")]
    [InlineData("2566,A1,IIT,1\u00A0,,น้อย,", "I2")]
    [InlineData("2566,A1,IIT,\u200B1,,,ไม่มี", "I4")]
    public async Task A_second_row_of_a_respondent_is_named_with_both_lines(string second, string item)
    {
        var outcome = await Wide("2566,A1,IIT,2,มาก,มาก,ไม่มี", "2566,A1,IIT,1,มาก,มาก,ไม่มี", second, "2566,B2,IIT,1,มาก,มาก,ไม่มี");

        var problem = outcome.Error("duplicate-answer");
        Assert.Equal((4, item, "3"), (problem.Line, problem.Value, problem.Places!["otherLine"]));
        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
    }

    [Theory]
    [InlineData("2566,A1,IIT,3,มาก,มาก,ไม่มี")]
    [InlineData("2566,B2,IIT,1,มาก,มาก,ไม่มี")]
    [InlineData("2565,A1,IIT,1,,น้อย,")]
    [InlineData("2566,A1,IIT,,มาก,มาก,ไม่มี")]
    public async Task Another_respondent_agency_or_year_or_none_is_no_repetition(string second) =>
        Assert.DoesNotContain((await Wide("2566,A1,IIT,1,มาก,มาก,ไม่มี", second)).Problems, problem => problem.Severity is Severity.Error);

    [Fact]
    public async Task Respondents_without_a_number_are_each_counted()
    {
        var outcome = await Wide("2566,A1,IIT,,มาก,มาก,ไม่มี", "2566,A1,IIT,,มาก,มาก,ไม่มี");

        Assert.Empty(outcome.Problems);
        Assert.Equal(2, Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Respondents);
    }

    [Fact]
    public async Task A_respondent_of_two_surveys_may_have_one_number()
    {
        var outcome = await Uploads.Read(
            "fiscal_year,agency_code,instrument,respondent,i1,e1\n2566,A1,IIT,1,มาก,\n2566,A1,EIT1,1,,มาก\n2566,A1,EIT2,1,,มาก\n");

        Assert.Empty(outcome.Problems);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, "too-many-respondents")]
    public async Task A_file_that_names_more_respondents_than_allowed_is_refused(int respondents, string? code)
    {
        var rows = Enumerable.Range(1, respondents).Select(number => $"2566,A1,IIT,{number},มาก,มาก,ไม่มี");

        Assert.Equal(code, (await Uploads.Read(Header + string.Join('\n', rows), new() { Respondents = 10 })).Refused?.Code);
    }
}
