using Ita.Domain;

namespace Ita.Intake.Tests;

/// <summary>Scores from 0 to 1 on a scale of 0 to 100: percentages that have lost their format.</summary>
public sealed class FractionTests
{
    private const string Wide = "fiscal_year,agency_code,ind1,ind2,ind3,total\n";

    [Theory]
    [InlineData("0.95", "0.90", "0.91", "0.92")]
    [InlineData("0.95", "0.90", "0.91", "92.00")]
    [InlineData("1", "0.9", "0", "")]
    [InlineData("1", "1.00", "1", "1")]
    [InlineData("0.9412", "0.9", "0.91", "0.9188")]
    public async Task An_agency_with_fractions_only_is_refused(string one, string two, string three, string total)
    {
        var outcome = await Uploads.Read($"{Wide}2566,A1,{one},{two},{three},{total}\n2566,B2,94.81,90,91,92\n", new() { BadRowShare = 1 });

        Assert.Equal(2, outcome.Error("scores-are-fractions").Line);
        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
        Assert.Equal((1, 1), (outcome.Counts.GoodRows, outcome.Counts.BadRows));
    }

    [Theory]
    [InlineData("0", "0", "0", "0")]
    [InlineData("0.00", "94.23", "90", "61.41")]
    [InlineData("1.00", "94.23", "90", "61.74")]
    [InlineData("1", "2", "3", "2")]
    [InlineData("0", "0", "1.01", "0")]
    public async Task Zeros_and_a_lone_one_are_no_fractions(string one, string two, string three, string total) =>
        Assert.Empty((await Uploads.Read($"{Wide}2566,A1,{one},{two},{three},{total}\n")).Problems);

    [Theory]
    [InlineData("0.95", "0.9", "1", "0.87")]
    [InlineData("0.948", "1.000", "0.90", "0.9")]
    [InlineData("๐.๙๕", "1", "1", "0")]
    public async Task Items_of_fractions_are_refused_and_each_is_named(params string[] scores)
    {
        var outcome = await Uploads.Scores([.. scores.Select((score, place) => $"2566,A1,I{place + 1},{score}"), "2566,B2,I1,95"]);

        Assert.Equal(2, outcome.Error("scores-are-fractions").Line);
        Assert.Equal(scores.Count(score => score != "0"), outcome.Problems.Count(problem => problem.Code == "score-below-one"));
        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
    }

    [Fact]
    public async Task One_beside_a_fraction_is_named_and_not_refused()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,0.95", "2566,A1,I2,1.0");

        Assert.Equal(["95", "100"], outcome.Problems.Select(problem => problem.Places!["expected"]));
        Assert.All(outcome.Problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Single(outcome.Sheets);
    }

    [Theory]
    [InlineData("I1,0.95", "I2,0.9", "I3,0.5", "I1–I3")]
    [InlineData("O1,1", "O2,0", "O3,0", "O1–O3")]
    [InlineData("IND1,0.95", "IND2,1", "IND3,0.8", "IND1–IND3")]
    [InlineData("ep1,0.95", "ep2,1", "ep3,0.8", "E1@EIT1–E3@EIT1")]
    public async Task Fractions_of_one_instrument_or_level_are_refused(string one, string two, string three, string scores)
    {
        var outcome = await Uploads.Scores($"2566,A1,{one}", $"2566,A1,{two}", $"2566,A1,{three}", "2566,A1,TOTAL,91.61", "2566,A1,I9,90");

        if (scores != "I1–I3")
        {
            Assert.Equal(scores, outcome.Error("scores-are-fractions").Places!["scores"]);
        }
        else
        {
            // I9 is of the same instrument and no fraction.
            Assert.DoesNotContain(outcome.Problems, problem => problem.Severity is Severity.Error);
        }
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "column-of-fractions")]
    [InlineData(4, "column-of-fractions")]
    public async Task A_column_of_fractions_refuses_the_file_from_three_agencies_on(int agencies, string? code)
    {
        var rows = Enumerable.Range(1, agencies).Select(number => $"2566,A{number},94.81,0.9{number},91.37,90");
        var outcome = await Uploads.Read(Wide + string.Join('\n', rows));

        Assert.Equal(code, outcome.Refused?.Code);
        if (code is not null)
        {
            Assert.Equal(("ind2", "0.91", 2), (outcome.Refused!.Column, outcome.Refused.Value, outcome.Refused.Line));
            Assert.Contains("91", outcome.Refused.Text.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Totals_of_fractions_in_rows_refuse_the_file() => Assert.Equal(
        "column-of-fractions",
        (await Uploads.Scores("2566,A1,TOTAL,0.95", "2566,B2,TOTAL,1", "2566,C3,TOTAL,0.87")).Refused?.Code);

    [Theory]
    [InlineData("2566,A1,I1,0.95", "2566,A1,I2,0.9", "2566,B2,I3,0.8", "column-of-fractions")]
    [InlineData("2566,A1,I1,0.95", "2566,A1,I2,0.9", "2566,B2,I3,8", null)]
    [InlineData("2566,A1,I1,0.95", "2566,A1,I2,0", "2566,B2,I3,1", "column-of-fractions")]
    [InlineData("2566,A1,I1,0", "2566,A1,I2,0", "2566,B2,I3,0", null)]
    public async Task A_file_of_fractions_is_refused_however_few_each_agency_has(string one, string two, string three, string? code) =>
        Assert.Equal(code, (await Uploads.Read(Uploads.Header + $"{one}\n{two}\n{three}\n")).Refused?.Code);

    [Fact]
    public async Task Items_of_fractions_beside_a_score_of_their_instrument_are_refused() => Assert.Equal(
        "I1–I3",
        (await Uploads.Scores("2566,A1,I1,0.9", "2566,A1,I2,0.8", "2566,A1,I3,0.7", "2566,A1,IIT,80", "2566,B2,I1,90"))
            .Error("scores-are-fractions").Places!["scores"]);

    [Fact]
    public async Task A_column_with_one_score_of_a_hundred_stands()
    {
        var outcome = await Uploads.Read($"{Wide}2566,A1,90,0.91,90,90\n2566,B2,90,0.92,90,90\n2566,C3,90,1.01,90,90\n");

        Assert.Equal(["score-below-one", "score-below-one"], outcome.Problems.Select(problem => problem.Code));
        Assert.Equal(3, outcome.Sheets.Count);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0.5")]
    [InlineData("1.00")]
    public async Task A_checklist_of_ones_says_that_a_hundred_is_written(string score)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,item,score,url\n2566,A1,O1,{score},\n", new() { BadRowShare = 1 });

        Assert.Contains("multiply each score by 100", outcome.Only("score-not-allowed").Text.En, StringComparison.Ordinal);
    }
}
