namespace Ita.Intake.Tests;

/// <summary>What the years whose rules are public only in part cannot take is refused with the reason.</summary>
public class UnknownItemsTests
{
    [Theory]
    [InlineData("2568", "O29")]
    [InlineData("2569", "O27")]
    [InlineData("2569", "O28")]
    public async Task A_checklist_item_that_ended_is_refused_with_the_years_that_have_it(string year, string item)
    {
        var problem = (await Uploads.Scores($"{year},A1,{item},100")).Error("item-of-another-year");

        Assert.Contains("2567", problem.Text.En, StringComparison.Ordinal);
        Assert.Contains(year, problem.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I1", "IIT", "IND1, IND2, IND3, IND4, IND5")]
    [InlineData("i๓๐", "IIT", "IND1, IND2, IND3, IND4, IND5")]
    [InlineData("E3", "EIT", "IND6, IND7, IND8")]
    [InlineData("ep1", "EIT", "IND6, IND7, IND8")]
    public async Task A_survey_item_of_2568_is_refused_with_what_to_state_instead(string item, string instrument, string instead)
    {
        var problem = (await Uploads.Scores($"2568,A1,{item},90")).Error("items-not-known");

        Assert.Contains($"no items of {instrument}", problem.Text.En, StringComparison.Ordinal);
        Assert.Contains(instead, problem.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O28"), InlineData("IND1"), InlineData("IIT"), InlineData("TOTAL")]
    public async Task What_is_known_of_2568_is_taken(string item) =>
        Assert.Single((await Uploads.Scores($"2568,A1,{item},100")).Sheets.Single().Scores);

    [Theory]
    [InlineData("IIT"), InlineData("EIT1"), InlineData("EIT2")]
    public async Task Answers_to_a_survey_of_2568_are_refused(string instrument)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,instrument,respondent,item,answer\n2568,A1,{instrument},1,I1,100\n");

        Assert.Contains(
            "have the operator upload the framework",
            outcome.Problems.Single(problem => problem.Code == "questions-not-known").Text.En,
            StringComparison.Ordinal);
    }
}
