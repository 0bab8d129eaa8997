using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Headers in two rows, as merged cells make them, and rows above the header that are not skipped.</summary>
public class TwoRowHeaderTests
{
    private const string Start = "ปีงบประมาณ,รหัสหน่วยงาน,หน่วยงาน,";
    private const string Row = "2566,A1,อบต. ตัวอย่าง,90,80,91.5\n";

    public static TheoryData<string> Headers =>
    [
        Start + "ตัวชี้วัด,,คะแนนรวม\n,,,1,2,\n",
        Start + "ตัวชี้วัดที่,,คะแนนรวม\n,,,๑,๒,\n",
        Start + "คะแนนรายตัวชี้วัด (ร้อยละ),,คะแนนรวม\n,,,(1),(2),\n",
        Start + "คะแนนตัวชี้วัด,,คะแนนรวม\n,,,ตัวชี้วัดที่ 1,ตัวชี้วัดที่ 2,\n",
        Start + "คะแนน,,\n,,,ind1,ind2,คะแนนรวม\n",
        Start + "ตัวชี้วัด,,ผล\n,,,1. การปฏิบัติหน้าที่,2. การใช้งบประมาณ,คะแนนรวม\n",
        "ผลการประเมิน ITA\n\n" + Start + "ตัวชี้วัด,,คะแนนรวม\n,,,1,2,\n",
        "ข้อมูลหน่วยงาน,,,คะแนน,,สรุป\n" + Start + "ind1,ind2,total\n",
        ",,,คะแนนรายตัวชี้วัด,,\n" + Start + "1,2,คะแนนรวม\n",
        "ข้อมูลหน่วยงาน,,,ตัวชี้วัด,,สรุป\n" + Start + "1,2,คะแนนรวม\n",
    ];

    [Theory, MemberData(nameof(Headers))]
    public async Task A_second_row_completes_the_header_where_its_meaning_is_certain(string header)
    {
        var (text, book) = (await Uploads.Read(header + Row), await Uploads.Read(TestWorkbook.Of(header + Row).Bytes()));

        Assert.Empty(text.Problems);
        Assert.Empty(book.Problems);
        Assert.Equal([("IND1", 90m), ("IND2", 80m), ("TOTAL", 91.5m)], Scores(text));
        Assert.Equal(Scores(text), Scores(book));
        Assert.Equal(header.Count(letter => letter == '\n'), text.Detection.HeaderLine);
    }

    private static IEnumerable<(string, decimal)> Scores(IntakeOutcome outcome) =>
        Assert.Single(outcome.Sheets).Scores.Select(score => (score.Key.Code, score.Value.Score));

    [Theory]
    [InlineData(Start + "คะแนน,,คะแนนรวม\n,,,1,2,\n", 1, "2")]
    [InlineData(Start + "ตัวชี้วัดย่อย,,รวม\n,,,1.1,1.2,\n", 1, "2")]
    [InlineData("ผลการประเมิน\n" + Start + "คะแนน,,คะแนนรวม\n,,,ก,ข,\n", 2, "3")]
    public async Task A_second_row_without_a_certain_meaning_is_refused_by_its_line(string header, int line, string below)
    {
        var problem = (await Uploads.Read(header + Row)).Error("header-in-two-rows");

        Assert.Equal(line, problem.Line);
        Assert.Contains($"lines {line} and {below}", problem.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ผลคะแนน,ปีงบประมาณ,2566\n\n", "3")]
    [InlineData("a,b,c\n", "2")]
    [InlineData("จังหวัด,ก,ข,ค\nอำเภอ,ก,ข,ค\n", "3")]
    public async Task A_header_below_a_row_that_may_be_data_is_named(string above, string below)
    {
        var problem = (await Uploads.Read(above + Uploads.Header + "2566,A1,I1,90\n")).Error("header-below");

        Assert.Equal(1, problem.Line);
        Assert.Contains($"line {below}", problem.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ผลคะแนนตัวชี้วัด\n" + Start + "1,2,คะแนนรวม\n", "missing-columns")]
    [InlineData("คะแนน,,\n" + Start + "1,2,คะแนนรวม\n", "missing-columns")]
    public async Task A_title_over_the_first_column_is_no_title_of_a_group(string header, string code) =>
        Assert.Equal(code, (await Uploads.Read(header + Row)).Refused?.Code);

    [Fact]
    public async Task The_row_below_the_header_of_a_registry_is_read()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,agency_name,province\n2566,A1,อบต. ก,อ่างทอง\n2566,A2,อบต. ข,อ่างทอง\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal(["A1", "A2"], outcome.Agencies.Select(agency => agency.Code));
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,score\n2566,A1,90\n", "missing-columns")]
    [InlineData("fiscal_year,agency_code,score\n2566,,90\n,A1,80\n", "missing-columns")]
    [InlineData("ก,ข,ค\n1,2,3\n", "unknown-kind")]
    public async Task A_row_of_data_below_a_wrong_header_is_no_part_of_it(string text, string code) => (await Uploads.Read(text)).Only(code);
}
