using Ita.Domain;
using Ita.Domain.Improvement;
using Ita.Reports.Measures;

namespace Ita.Reports.Tests.Measures;

public class MeasureTextTests
{
    [Theory]
    [InlineData(149, false)]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public void A_measure_with_a_title_of_more_than_150_letters_is_long(int letters, bool isLong) =>
        Assert.Equal(isLong, MeasureText.IsLong(Of(new string('ก', letters))));

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_measure_whose_steps_have_more_than_300_letters_is_long(int letters, bool isLong) =>
        Assert.Equal(isLong, MeasureText.IsLong(Of("เผยแพร่คู่มือ", new string('ก', letters - 100), new string('ข', 100))));

    [Theory]
    [InlineData("", "รายงานผลรอบ 6 เดือน และรอบ 12 เดือน")]
    [InlineData(" ", "รายงานผลรอบ 6 เดือน และรอบ 12 เดือน")]
    [InlineData("รายงานทุกไตรมาส", "รายงานทุกไตรมาส")]
    public void A_measure_without_monitoring_is_reported_in_the_two_rounds(string written, string expected) =>
        Assert.Equal(expected, MeasureText.Monitoring(Of("เผยแพร่คู่มือ") with { Monitoring = written }));

    [Theory]
    [InlineData(59)]
    [InlineData(60)]
    public void A_title_of_60_letters_is_shown_whole(int letters) =>
        Assert.Equal(new string('ก', letters), MeasureText.Brief(new string('ก', letters)));

    [Theory]
    [InlineData("- จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("• จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("จัดทำคู่มือ - แผ่นพับ", "จัดทำคู่มือ - แผ่นพับ")]
    public void A_heading_does_not_begin_with_the_mark_of_a_list(string written, string expected) =>
        Assert.Equal(expected, MeasureText.Brief(written));

    [Fact]
    public void A_longer_title_is_cut_between_two_words()
    {
        var brief = MeasureText.Brief("จัดทำคู่มือการปฏิบัติงานและการให้บริการ เผยแพร่ทางเว็บไซต์ของหน่วยงาน และประชาสัมพันธ์ให้ประชาชนทราบทุกไตรมาส");

        Assert.Equal("จัดทำคู่มือการปฏิบัติงานและการให้บริการ เผยแพร่ทางเว็บไซต์ของหน่วยงาน…", brief);
    }

    [Theory]
    [InlineData("https://www.example.go.th/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮกขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")]
    public void A_title_that_has_no_place_to_cut_is_cut_anywhere(string title)
    {
        var brief = MeasureText.Brief(title);

        Assert.EndsWith("…", brief, StringComparison.Ordinal);
        Assert.InRange(brief.Length, 2, 61);
    }

    private static Measure Of(string title, params string[] steps) =>
        new("m01", FiscalYear.FromBuddhistEra(2566), FiscalYear.FromBuddhistEra(2567), 1, [], title, [.. steps]);
}
