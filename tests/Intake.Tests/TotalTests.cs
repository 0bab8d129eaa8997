using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Files with one published result per agency.</summary>
public sealed class TotalTests
{
    [Theory]
    [InlineData("fiscal_year,agency_code,total", "2566,A1,91.61", null)]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,คะแนนรวม,ระดับผลการประเมิน", "๒๕๖๖,A1,๙๑.๖๑,ผ่านดี", "ผ่านดี")]
    [InlineData("rank,fiscal_year,agency_code,agency_name,ITA score (%),grade", "1,2566,A1,อบต. ก,91.61%, ผ่านดี ", "ผ่านดี")]
    [InlineData("province,agency_type,total,agency_code,fiscal_year,rating", "อ่างทอง,อบต.,91.61,A1,2566,", null)]
    public async Task A_row_is_a_published_total_and_rating(string header, string row, string? rating)
    {
        var outcome = await Uploads.Read($"{header}\n{row}\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal(FileKind.Totals, outcome.Kind);
        var sheet = Assert.Single(outcome.Sheets);
        Assert.Equal(new GivenScore(91.61m, null, ScoreSource.Line(2)), sheet.Scores[ScoreKey.Total]);
        Assert.Equal((1, rating), (sheet.Scores.Count, sheet.PublishedRating));
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,ind1,total", FileKind.Indicators)]
    [InlineData("fiscal_year,agency_code,ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่,total,rating,rank", FileKind.Indicators)]
    [InlineData("fiscal_year,agency_code,ind1,rating", FileKind.Indicators)]
    [InlineData("fiscal_year,agency_code,item,score,total", FileKind.Scores)]
    [InlineData("fiscal_year,agency_code,agency_name,district,total", FileKind.Totals)]
    public async Task A_file_with_other_figures_is_of_their_kind(string header, FileKind kind) =>
        Assert.Equal(kind, (await Uploads.Read($"{header}\n2566,A1,I1,90,,\n", new() { BadRowShare = 1 })).Kind);

    [Theory]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,หน่วยงาน,1,2,3,คะแนนรวม\n2566,A1,x,90,90,90,90\n")]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,คะแนนตัวชี้วัด,,,คะแนนรวม\n2566,A1,90,90,90,90\n")]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,,,,คะแนนรวม\n2566,A1,90,90,90,90\n")]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,๑,๒,คะแนนรวม,ระดับ\n2566,A1,90,90,90,ผ่าน\n")]
    public async Task A_header_whose_indicators_cannot_be_read_is_not_one_of_totals(string text) =>
        Assert.Equal("missing-columns", (await Uploads.Read(text)).Refused?.Code);

    [Theory]
    [InlineData("2566,A1,101,", "score-out-of-range")]
    [InlineData("2566,A1,x,", "score-not-a-number")]
    [InlineData("2566,,90,", "agency-code-empty")]
    [InlineData("2566,รวม,90,", "summary-row")]
    public async Task A_wrong_row_is_named(string row, string code) => Assert.Equal(
        3, (await Uploads.Read($"fiscal_year,agency_code,total,rating\n2566,B2,90,ผ่าน\n{row}\n", new() { BadRowShare = 1 })).Error(code).Line);

    [Fact]
    public async Task A_row_without_total_and_rating_is_not_filled_in()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_code,total,rating,rank\n2566,A1,,,\n2566,B2,,ผ่าน,1\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal((1, 1), (outcome.Counts.Rows, outcome.Counts.BlankRows));
        Assert.Equal(("B2", "ผ่าน"), (Assert.Single(outcome.Sheets).AgencyCode, outcome.Sheets.First().PublishedRating));
    }

    [Fact]
    public async Task Totals_that_are_fractions_refuse_the_file() => Assert.Equal(
        ("column-of-fractions", "total"),
        await Uploads.Read("fiscal_year,agency_code,total\n2566,A1,0.91\n2566,B2,0.9\n2566,C3,1\n") is { Refused: { } refused }
            ? (refused.Code, refused.Column) : default);

    [Fact]
    public async Task Two_totals_of_one_agency_are_an_error() => Assert.Equal(
        3, (await Uploads.Read("fiscal_year,agency_code,total\n2566,A1,91\n2566,A1,92\n", new() { BadRowShare = 1 })).Error("duplicate-item").Line);
}
