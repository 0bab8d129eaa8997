using Ita.Domain.Settings;

namespace Ita.Intake.Tests;

public class SettingTests
{
    [Fact]
    public async Task Rows_are_the_settings_of_an_agency_and_year()
    {
        var outcome = await Read(
            "2566,A1,low_limit,๙๕", "2566,A1,เกณฑ์ที่ควรรักษาระดับ,99.5", "2566,A1,ตัวเลขในเอกสาร,เลขไทย", "2566,A1,digits_follow-up,Arabic",
            "2566,A1,เรียน,นายกเทศมนตรีเมืองตัวอย่าง", "2566,A1,circular_addressee,ทุกกอง", "2566,A1,ส่วนราชการ,สำนักปลัด", "2566,A1,telephone,0 2000 0000",
            "2566,A1,address,ศาลากลาง", "2566,A1,address,ถนนตัวอย่าง", "2566,A1,ผู้ลงนาม,ปลัด | นาง ก ข", "2566,A1,signatory,นายก",
            "2566,A1,chapter_analysis.method,ไม่พิมพ์", "2567,A1,unit,");

        Assert.Empty(outcome.Problems);
        var (year, code, settings) = Assert.Single(((IntakeContent.SettingsFile)outcome.Content).Given);
        Assert.Equal((2566, "A1"), (year.BuddhistEra, code));
        Assert.Equal((95m, 99.5m), (settings.LowLimit, settings.HighLimit));
        Assert.Equal((DigitStyle.Thai, DigitStyle.Arabic), (settings.FindDigits("memo"), settings.FindDigits("follow-up")));
        Assert.Equal(("นายกเทศมนตรีเมืองตัวอย่าง", "ทุกกอง"), (settings.Addressee, settings.CircularAddressee));
        Assert.Equal(("สำนักปลัด", "0 2000 0000"), (settings.Unit, settings.Telephone));
        Assert.Equal(["ศาลากลาง", "ถนนตัวอย่าง"], settings.Address.AsEnumerable());
        Assert.Equal([new("ปลัด", "นาง ก ข"), new("นายก")], settings.Signatories.AsEnumerable());
        Assert.False(settings.Prints(ReportChapter.AnalysisMethod));
    }

    [Theory]
    [InlineData("adressee,นายก", "setting-unknown", "adressee", "เรียน (addressee)")]
    [InlineData("ส่วนราชกาน,สำนักปลัด", "setting-unknown", "ส่วนราชกาน", "ส่วนราชการ (unit)")]
    [InlineData("digits_meno,thai", "setting-unknown", "digits_meno", "(digits_memo)")]
    [InlineData("digits,tai", "setting-value-unknown", "tai", "ไทย (thai)")]
    [InlineData("digits,เลขอาระบิก", "setting-value-unknown", "เลขอาระบิก", "อารบิก (arabic)")]
    [InlineData("chapter_analysis.method,noo", "setting-value-unknown", "noo", "ไม่พิมพ์ (no)")]
    [InlineData("low_limit,-1", "limit-unusable", "-1", "95")]
    [InlineData("low_limit,84.999", "limit-unusable", "84.999", "85")]
    [InlineData("high_limit,100.01", "limit-unusable", "100.01", "100")]
    [InlineData("low_limit,สูง", "limit-unusable", "สูง", "95")]
    [InlineData("low_limit,100", "limits-out-of-order", "100", "(100)")]
    [InlineData("high_limit,85", "limits-out-of-order", "85", "(85)")]
    public async Task A_wrong_cell_is_reported_with_its_solution(string cells, string code, string value, string cure)
    {
        var outcome = await Read("2566,B2,unit,กอง", $"2566,A1,{cells}");

        var problem = outcome.Error(code);
        Assert.Equal((3, value), (problem.Line, problem.Value));
        Assert.Contains(cure, problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal("B2", Assert.Single(((IntakeContent.SettingsFile)outcome.Content).Given).AgencyCode);
    }

    [Theory]
    [InlineData("99.99", true)]
    [InlineData("100", false)]
    [InlineData("0", true)]
    public async Task The_lower_limit_is_below_the_upper_one(string low, bool isGood)
    {
        var outcome = await Read($"2566,A1,low_limit,{low}", "2566,B2,unit,กอง");

        Assert.Equal(isGood, outcome.Problems.All(problem => problem.Code != "limits-out-of-order"));
    }

    [Fact]
    public async Task A_setting_that_is_given_twice_must_have_one_value()
    {
        var outcome = await Read("2566,A1,unit,กอง", "2566,A1,ส่วนราชการ,กองอื่น", "2566,B2,unit,กอง", "2566,B2,unit,กอง");

        Assert.Equal((3, "unit"), (outcome.Error("setting-twice").Line, outcome.Error("setting-twice").Value));
        Assert.Contains(outcome.Problems, problem => problem is { Code: "duplicate-same", Line: 5 });
        Assert.Equal("B2", Assert.Single(((IntakeContent.SettingsFile)outcome.Content).Given).AgencyCode);
    }

    [Fact]
    public async Task A_list_has_eight_lines_at_most_in_one_cell_or_several()
    {
        var eight = Enumerable.Range(1, 8).Select(line => $"2566,A1,address,{line}").ToArray();

        Assert.Empty((await Read(eight)).Problems);
        Assert.Equal(10, (await Read([.. eight, "2566,A1,address,9"])).Error("setting-too-many-lines").Line);
        Assert.Equal(2, (await Read("2566,A1,address,\"1\n2\n3\n4\n5\n6\n7\n8\n9\"")).Error("setting-too-many-lines").Line);
    }

    [Fact]
    public async Task A_value_that_may_name_a_person_is_not_shown()
    {
        var outcome = await Read($"2566,A1,signatory,ปลัด | นาง {new string('ก', 300)}", "2566,A1,นาย สมมติ ทดสอบ,ปลัด");

        Assert.Equal(
            ["cell-too-long ", "setting-unknown …"],
            outcome.Problems.Where(one => one.Line is not null).Select(one => $"{one.Code} {one.Value}"));
    }

    private static Task<IntakeOutcome> Read(params string[] rows) => Uploads.Read(
        "fiscal_year,agency_code,setting,value\n" + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });
}
