using Ita.Domain;

namespace Ita.Intake.Tests;

/// <summary>Columns with data below a blank header.</summary>
public sealed class UnnamedColumnTests
{
    [Theory]
    [InlineData("fiscal_year,agency_code,item,,score", "2566,A1,I1,94.81,60.00", "D")]
    [InlineData(",fiscal_year,agency_code,item,score", "1,2566,A1,I1,60.00", "A")]
    [InlineData("fiscal_year,agency_code,item,score,", "2566,A1,I1,60.00,x", "E")]
    [InlineData("fiscal_year,agency_code,item, ,score", "2566,A1,I1,94.81,60.00", "D")]
    [InlineData("fiscal_year,agency_code,item,\u200B\u00A0,score", "2566,A1,I1,94.81,60.00", "D")]
    [InlineData("fiscal_year,agency_code,item,\"\",score", "2566,A1,I1,94.81,60.00", "D")]
    public async Task A_column_with_data_and_no_header_is_named_by_its_letter(string header, string row, string letter)
    {
        var outcome = await Uploads.Read($"{header}\n{row}\n");

        var problem = outcome.Only("unnamed-column");
        Assert.Equal((Severity.Warning, 1, letter, "2"), (problem.Severity, problem.Line, problem.Column, problem.Places!["first"]));
        Assert.Equal(60m, Assert.Single(Assert.Single(outcome.Sheets).Scores).Value.Score);
    }

    [Fact]
    public async Task Each_such_column_is_named_once_with_the_line_of_its_first_value()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,,ind1,\n2566,A1,,90,\n2566,B2,,90,x\n2566,C3,08123456789,90,y\n");

        Assert.Equal([("C", "4"), ("E", "3")], outcome.Problems.Select(problem => (problem.Column!, problem.Places!["first"])));
        Assert.DoesNotContain(outcome.Problems, problem => problem.Text.En.Contains("0812", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,item,,score,,", "2566,A1,I1,,60.00,,")]
    [InlineData("fiscal_year,agency_code,item,,score", "2566,A1,I1, \u00A0,60.00")]
    [InlineData("fiscal_year,agency_code,item,score", "2566,A1,I1,60.00,,,")]
    public async Task A_blank_column_is_no_problem(string header, string row) => Assert.Empty((await Uploads.Read($"{header}\n{row}\n")).Problems);

    [Fact]
    public async Task A_cell_of_a_workbook_beyond_its_header_is_such_a_column()
    {
        var outcome = await Uploads.Read(TestWorkbook.Of("fiscal_year,agency_code,item,score\n2566,A1,I1,60\n2566,A1,I2,61,,94.81\n").Bytes());

        Assert.Equal(("F", "3"), (outcome.Only("unnamed-column").Column, outcome.Problems[0].Places!["first"]));
        Assert.Equal(2, Assert.Single(outcome.Sheets).Scores.Count);
    }
}
