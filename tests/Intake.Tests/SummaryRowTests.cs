using Ita.Domain;
using Ita.Intake.Rows;

namespace Ita.Intake.Tests;

/// <summary>Rows of totals, means, extremes and counts among those of agencies.</summary>
public sealed class SummaryRowTests
{
    private const string Header = "fiscal_year,agency_code,agency_name,ind1\n";

    public static TheoryData<string> Words =>
    [
        "รวม", "รวม 9 แห่ง", "รวม ๙ แห่ง", "รวมทั้งสิ้น", "รวมทั้งหมด 12 หน่วยงาน", "รวมเทศบาลตำบล", "รวมจังหวัดอ่างทอง",
        "รวม อ่างทอง", "ยอดรวม", "ผลรวม", "ภาพรวม", "ภาพรวมจังหวัด", "รวม/เฉลี่ย", "รวม:", "ทั้งหมด 9 แห่ง",
        "เฉลี่ย", "เฉลี่ยรวม", "ค่าเฉลี่ย", "ค่าเฉลี่ยระดับประเทศ", "เฉลี่ยทั้งจังหวัด", "คะแนนเฉลี่ย (ITA)", "จังหวัดอ่างทอง เฉลี่ย",
        "สูงสุด", "ต่ำสุด", "คะแนนสูงสุด", "ค่าต่ำสุด", "มัธยฐาน", "จำนวน", "จำนวนหน่วยงาน 9 แห่ง",
        "ส่วนเบี่ยงเบนมาตรฐาน", "ค่าเบี่ยงเบนมาตรฐาน", "ส่วนเบี่ยงเบนมาตรฐาน (S.D.)",
        "Max", "MAX", "Min.", "SD", "S.D.", "s.d", "N", "N = 9", "n=9", "Grand Total", "GRAND-TOTAL", "Sub-total",
        "Total", "Total (9)", "Total 9", "Average", "Average score", "Mean", "mean:", "Median", "National average",
        "Standard deviation", "STDEV", "Overall", "Sum",
    ];

    public static TheoryData<string> Agencies =>
    [
        "เทศบาลตำบลรวมไทยพัฒนา", "องค์การบริหารส่วนตำบลรวมใจ", "รวมใจ", "รวมไทยพัฒนา", "เทศบาลเมืองร่วมใจ", "สำนักงานอัยการสูงสุด",
        "N12", "SD01", "MAX-2", "NSD1",
        "MIN7", "SUMMIT-1", "06150502", "A1", "กองทุนรวม", "จังหวัดสุพรรณบุรี", "Meanwhile-3", "อบต.จำนวนรักษ์", "นครศรีธรรมราช",
    ];

    [Theory, MemberData(nameof(Words))]
    public void A_word_of_summaries_is_recognised(string word) => Assert.True(SummaryWords.Are(word));

    [Theory, MemberData(nameof(Agencies))]
    public void An_agency_is_not_taken_for_a_summary(string name) => Assert.False(SummaryWords.Are(name));

    [Theory]
    [InlineData("2566,รวม 9 แห่ง,,94.81")]
    [InlineData("2566,MAX,,94.81")]
    [InlineData("2566,,เฉลี่ยทั้งจังหวัด,94.81")]
    [InlineData("2566,06150999,Grand Total,94.81")]
    [InlineData("ค่าเฉลี่ย,,,94.81")]
    [InlineData("ส่วนเบี่ยงเบนมาตรฐาน,,,4.81")]
    [InlineData("2566, SD ,,abc")]
    public async Task A_summary_row_is_named_and_is_no_agency(string row)
    {
        var outcome = await Uploads.Read($"{Header}2566,A1,อบต. ก,94.81\n{row}\n");

        Assert.Equal(3, outcome.Only("summary-row").Line);
        Assert.Equal(Severity.Error, outcome.Problems[0].Severity);
        Assert.Null(outcome.Refused);
        Assert.Equal("A1", Assert.Single(outcome.Agencies).Code);
        Assert.Equal((2, 1, 1, 1, 0), Counts(outcome));
    }

    [Fact]
    public async Task A_summary_row_without_a_code_is_found_in_a_column_beside()
    {
        var outcome = await Uploads.Read(
            "ลำดับ,fiscal_year,agency_code,province,ind1\n1,2566,A1,อ่างทอง,94.81\nรวม,,,,94.81\n,,,เฉลี่ยทั้งจังหวัด,94.81\n");

        Assert.Equal(["summary-row", "summary-row"], outcome.Problems.Select(problem => problem.Code));
        Assert.Equal(["ลำดับ", "province"], outcome.Problems.Select(problem => problem.Column));
        Assert.Single(outcome.Sheets);
    }

    [Fact]
    public async Task Summary_rows_do_not_count_towards_the_share_that_refuses_the_file()
    {
        var rows = Enumerable.Range(1, 9).Select(number => $"2566,A{number},,90")
            .Concat(["2566,รวม,,90", "2566,เฉลี่ย,,90", "2566,MIN,,90", "2566,B1,,abc"]);
        var outcome = await Uploads.Read(Header + string.Join('\n', rows));

        Assert.Null(outcome.Refused);
        Assert.Equal(9, outcome.Sheets.Count);
        Assert.Equal((13, 9, 4, 9, 1), Counts(outcome));
    }

    [Fact]
    public async Task A_file_of_summary_rows_alone_is_refused() =>
        Assert.Equal("no-good-agency", (await Uploads.Read(Header + "2566,รวม,,90\n")).Refused?.Code);

    [Theory]
    [InlineData("2566,A1,เทศบาลตำบลรวมไทยพัฒนา,90")]
    [InlineData("2566,รวมใจ,องค์การบริหารส่วนตำบลรวมใจ,90")]
    public async Task A_name_that_contains_such_a_word_is_accepted(string row)
    {
        var outcome = await Uploads.Read(Header + row + "\n");

        Assert.Empty(outcome.Problems);
        Assert.Single(outcome.Sheets);
    }

    private static (int Rows, int Good, int Bad, int Accepted, int Refused) Counts(IntakeOutcome outcome) =>
        (outcome.Counts.Rows, outcome.Counts.GoodRows, outcome.Counts.BadRows, outcome.Counts.AgenciesAccepted, outcome.Counts.AgenciesWithBadRows);
}
