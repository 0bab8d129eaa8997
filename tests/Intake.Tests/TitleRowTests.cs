using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Reports have titles above the header. They are passed over where they can be nothing else, and the upload's record says so.</summary>
public class TitleRowTests
{
    private const string Rows = Uploads.Header + "2566,A1,I1,abc\n";

    [Theory]
    [InlineData("", 1)]
    [InlineData("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566\n", 2)]
    [InlineData("ผลการประเมิน ITA,,,\n\nองค์การบริหารส่วนตำบลตัวอย่าง,ปี 2566,,\n", 4)]
    [InlineData("คะแนน\n", 2)]
    public async Task Titles_above_the_header_are_skipped(string titles, int header)
    {
        var outcome = await Uploads.Read(titles + Rows, new() { BadRowShare = 1 });

        Assert.Equal(header, outcome.Detection.HeaderLine);
        Assert.Equal(header + 1, outcome.Error("score-not-a-number").Line);
        Assert.Equal((1, 0), (outcome.Counts.Rows, outcome.Counts.BlankRows));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Up_to_ten_rows_of_titles_are_skipped(int titles, bool isRead)
    {
        var outcome = await Uploads.Read(string.Concat(Enumerable.Repeat("ชื่อเรื่อง\n", titles)) + Uploads.Header + "2566,A1,I1,90\n");

        Assert.Equal(isRead, !outcome.IsRefused);
    }

    [Theory]
    [InlineData("a\n", true)]
    [InlineData("a,b\n", true)]
    [InlineData("a,b,c\n", false)]
    public async Task A_row_that_may_be_data_is_never_skipped(string above, bool isRead)
    {
        var outcome = await Uploads.Read(above + Uploads.Header + "2566,A1,I1,90\n");

        Assert.Equal(isRead, !outcome.IsRefused);
        Assert.True(isRead || outcome.Only("header-below").Line == 1);
    }

    [Fact]
    public async Task A_comma_in_a_title_separates_nothing()
    {
        var outcome = await Uploads.Read("ผลการประเมิน, ปี 2566\n" + Uploads.Header.Replace(',', ';') + "2566;A1;I1;94,23\n");

        Assert.Equal(94.23m, Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Score);
    }

    [Fact]
    public async Task A_header_that_lacks_a_column_is_reported_instead_of_its_title() => Assert.Equal(
        2, (await Uploads.Read("ผลการประเมิน\nfiscal_year,agency_code,score\n2566,A1,90\n")).Only("missing-columns").Line);
}
