using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake.Headers;

namespace Ita.Intake.Tests;

/// <summary>What a file calls a score beside its code.</summary>
public class LabelTests
{
    private const string Powers = "ตัวชี้วัดที่ 2 การใช้อำนาจ";

    [Theory]
    [InlineData("item,name", "E1")]
    [InlineData("ข้อ,ชื่อ", "E1")]
    [InlineData("ข้อ,รายการ", "E1")]
    [InlineData("ข้อ,ข้อคำถาม", "E1")]
    [InlineData("ข้อที่,ข้อคำถาม *", "E1")]
    [InlineData("ข้อ,ตัวชี้วัด", "E1")]
    [InlineData("รหัสข้อ,ชื่อข้อ", "E1")]
    public async Task A_column_may_contain_the_label_of_each_score(string columns, string item)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,{columns},score\n2567,A1,{item}, ถาม อะไร ,90\n2567,A1,I1,,90\n");

        Assert.Equal("ถาม อะไร", Sheet(outcome).LabelOf(new(item)));
        Assert.Single(Sheet(outcome).LabelsGiven);
        Assert.DoesNotContain(outcome.Problems, problem => problem.Code != "part-missing");
    }

    [Fact]
    public async Task The_column_of_questions_gives_the_item_when_there_is_no_other() =>
        Assert.Empty(Sheet(await Uploads.Read("fiscal_year,agency_code,ข้อคำถาม,score\n2567,A1,I1,90\n")).LabelsGiven);

    [Fact]
    public async Task A_label_is_shortened() => Assert.Equal(
        500,
        Sheet(await Uploads.Read($"fiscal_year,agency_code,item,name,score\n2567,A1,I1,{new string('ก', 900)},90\n")).LabelOf(new("I1"))!.Length);

    [Fact]
    public async Task Of_two_labels_the_first_is_kept() => Assert.Equal("ก", Sheet(await Uploads.Read(
        "fiscal_year,agency_code,item,name,score\n2567,A1,I1,ก,90\n2567,A1,I1,ข,90\n")).LabelOf(new("I1")));

    [Theory]
    [InlineData("ตัวชี้วัดที่ 2 การใช้อำนาจ")]
    [InlineData("ตัวชี้วัดที่ ๒: การใช้อำนาจ")]
    [InlineData("ตัวชี้วัดที่ 2 การใช้อำนาจ (คะแนน)")]
    [InlineData("ind2 - การใช้อำนาจ")]
    public async Task A_column_of_an_indicator_may_carry_its_name(string title)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,ind1,{title}\n2566,A1,90,93.50\n2566,B2,80,85\n");

        Assert.Empty(outcome.Problems);
        Assert.All(outcome.Sheets, sheet => Assert.Equal("การใช้อำนาจ", sheet.LabelOf(ScoreKey.Indicator(2))));
        Assert.Equal([93.50m, 85m], outcome.Sheets.Select(sheet => sheet.Scores[ScoreKey.Indicator(2)].Score));
    }

    [Theory]
    [InlineData("ind2 อันดับ")]
    [InlineData("ind2.1")]
    [InlineData("i2 การใช้อำนาจ")]
    public async Task A_title_that_is_not_an_indicator_is_unknown(string title) => Assert.Equal(
        title, (await Uploads.Read($"fiscal_year,agency_code,ind2,{title}\n2566,A1,90,1\n")).Only("unknown-column").Column);

    [Fact]
    public async Task Two_columns_of_one_indicator_are_refused() => (await Uploads.Read(
        $"fiscal_year,agency_code,{Powers},ตัวชี้วัดที่ 2 การใช้งบประมาณ\n2566,A1,90,1\n")).Only("duplicate-column");

    [Theory]
    [InlineData("fiscal_year,agency_code,item,score\n2566,A1," + Powers + ",93.50\n")]
    [InlineData("fiscal_year,agency_code,item,name,score\n2566,A1,IND2,การใช้อำนาจ,93.50\n")]
    [InlineData("fiscal_year,agency_code,item,name,score\n2566,A1,IND2," + Powers + ",93.50\n")]
    [InlineData("fiscal_year,agency_code," + Powers + "\n2566,A1,93.50\n")]
    public async Task The_name_of_one_indicator_over_the_number_of_another_is_found(string text)
    {
        var outcome = await Uploads.Read(text);
        var result = AgencyScorer.Score(Uploads.Frameworks(2566)!, Sheet(outcome), new Agency(FiscalYear.FromBuddhistEra(2566), "A1"));

        Assert.Empty(outcome.Problems);
        Assert.Equal("3", Assert.Single(result.Findings, finding => finding.Code == "indicator-name-differs").Places!["other"]);
    }

    private static ScoreSheet Sheet(IntakeOutcome outcome) => Assert.Single(outcome.Sheets);
}
