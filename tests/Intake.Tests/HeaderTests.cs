namespace Ita.Intake.Tests;

public class HeaderTests
{
    [Theory]
    [InlineData("fiscal_year,agency_code,item,score")]
    [InlineData("FISCAL YEAR,Agency-Code, Item ,SCORE")]
    [InlineData("ปีงบประมาณ (พ.ศ.),รหัสหน่วยงาน *,ข้อที่,คะแนน (ร้อยละ)")]
    [InlineData("ปี,รหัส,รหัสข้อ,คะแนนเฉลี่ย (%)")]
    [InlineData("fy,code,item code,score %")]
    [InlineData("\u00A0ปีงบประมาณ\u00A0,\u200Bรหัสหน่วยงาน,ข้อคําถาม,คะแนน\uFEFF")]
    public async Task The_same_columns_go_by_many_names(string header)
    {
        var outcome = await Uploads.Read(header + "\n2566,A1,I1,94.23\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal(FileKind.Scores, outcome.Kind);
        Assert.Single(outcome.Sheets);
    }

    [Theory]
    [InlineData("2566,A1,I1,94.23,,,")]
    [InlineData("2566,A1,I1,94.23, ,\u00A0")]
    [InlineData("2566,A1,I1,ร้อยละ 94.23")]
    [InlineData("\u00A02566 ,\u200BA1\u200B,I1\u00A0,94.23 คะแนน")]
    [InlineData("พ.ศ. 2566,A1,I1,94.23 %")]
    public async Task Trailing_columns_units_and_invisible_characters_are_ignored(string row)
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,item,score,,\n" + row + "\n");

        Assert.Empty(outcome.Problems);
        var sheet = Assert.Single(outcome.Sheets);
        Assert.Equal(("A1", 94.23m), (sheet.AgencyCode, Assert.Single(sheet.Scores).Value.Score));
    }

    [Fact]
    public async Task A_scores_file_with_names_is_not_a_registry() => Assert.Equal(
        FileKind.Scores,
        (await Uploads.Read("fiscal_year,agency_code,agency_name,agency_type,province,item,score\n2566,A1,ก,ข,ค,I1,1\n")).Kind);

    [Fact]
    public async Task A_responses_file_without_its_instrument_reports_the_missing_column() => Assert.Contains(
        "instrument (แบบวัด)",
        (await Uploads.Read("fiscal_year,agency_code,i1,i2\n2566,A1,1,1\n")).Only("missing-columns").Text.Th,
        StringComparison.Ordinal);
}
