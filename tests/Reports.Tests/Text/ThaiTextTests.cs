using Ita.Reports.Text;

namespace Ita.Reports.Tests.Text;

public class ThaiTextTests
{
    [Fact]
    public void A_date_is_Thai_and_of_the_Buddhist_Era() => Assert.Equal("20\u00a0พฤศจิกายน 2569", ThaiDate.Full(new DateOnly(2026, 11, 20)));

    [Theory]
    [InlineData(16, 59, "20\u00a0พฤศจิกายน 2569")]
    [InlineData(17, 0, "21\u00a0พฤศจิกายน 2569")]
    public void The_day_is_that_of_Bangkok(int hour, int minute, string expected) =>
        Assert.Equal(expected, ThaiDate.Full(new DateTimeOffset(2026, 11, 20, hour, minute, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(16, 59, "ธันวาคม 2569")]
    [InlineData(17, 0, "มกราคม 2570")]
    [InlineData(17, 1, "มกราคม 2570")]
    public void The_month_is_that_of_Bangkok(int hour, int minute, string expected) =>
        Assert.Equal(expected, ThaiDate.Month(new DateTimeOffset(2026, 12, 31, hour, minute, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(1, "")]
    [InlineData(1899, "")]
    [InlineData(1900, "1\u00a0มีนาคม 2443")]
    [InlineData(2199, "1\u00a0มีนาคม 2742")]
    [InlineData(2200, "")]
    [InlineData(2442, "")]
    [InlineData(2443, "1\u00a0มีนาคม 2443")]
    [InlineData(2567, "1\u00a0มีนาคม 2567")]
    [InlineData(3110, "")]
    public void A_year_that_no_document_has_is_not_printed_and_one_of_the_Buddhist_Era_is_not_counted_on(int year, string expected) =>
        Assert.Equal(expected, ThaiDate.Full(new DateOnly(year, 3, 1)));

    [Fact]
    public void All_months_have_a_name() =>
        Assert.Equal(12, Enumerable.Range(1, 12).Select(month => ThaiDate.Full(new DateOnly(2026, month, 1))).Distinct().Count());

    [Theory]
    [InlineData("91.607", "91.61")]
    [InlineData("84.985", "84.99")]
    [InlineData("100", "100.00")]
    [InlineData("0", "0.00")]
    public void A_score_has_two_decimals_rounded_away_from_zero(string score, string expected) =>
        Assert.Equal(expected, ThaiNumber.Score(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_change_shows_its_sign() =>
        Assert.Equal(["+1.62", "−4.98", "0.00", "0.00"], new[] { 1.62m, -4.98m, 0m, -0.004m }.Select(ThaiNumber.Change));

    [Fact]
    public void Thousands_are_separated() => Assert.Equal("2,720", ThaiNumber.Count(2720));

    [Theory]
    [InlineData("ตัวชี้วัดย่อยที่ 9.1 ได้ 2,720.50", "ตัวชี้วัดย่อยที่ ๙.๑ ได้ ๒,๗๒๐.๕๐")]
    [InlineData("พ.ศ.2566", "พ.ศ.๒๕๖๖")]
    [InlineData("ข้อ I19 และ EIT1 (ส่วนที่ 1)", "ข้อ I19 และ EIT1 (ส่วนที่ ๑)")]
    [InlineData("ดู https://a.go.th/2566/o8?x=1 หน้า 2", "ดู https://a.go.th/2566/o8?x=1 หน้า ๒")]
    [InlineData("รอบ 6 เดือน Q&A", "รอบ ๖ เดือน Q&A")]
    public void Numbers_are_converted_to_Thai_digits_and_names_are_not(string arabic, string thai) => Assert.Equal(thai, ThaiDigits.InText(arabic));

    [Fact]
    public void Markup_and_codes_keep_their_digits() =>
        Assert.Equal(
            "<style>p{margin:1px}</style><p class=\"a1\">&#x27;๑ <code>10</code> ๒</p>",
            ThaiDigits.InHtml("<style>p{margin:1px}</style><p class=\"a1\">&#x27;1 <code>10</code> 2</p>", Digits.Thai));

    [Theory]
    [InlineData("ก", "ก")]
    [InlineData("ก ข", "ก และ ข")]
    [InlineData("ก ข ค", "ก ข และ ค")]
    public void A_list_ends_with_and(string parts, string expected) => Assert.Equal(expected, ThaiList.And(parts.Split(' ')));

    [Theory]
    [InlineData(new[] { 4 }, "4")]
    [InlineData(new[] { 2, 1 }, "1, 2")]
    [InlineData(new[] { 1, 2, 3 }, "1–3")]
    [InlineData(new[] { 1, 2, 3, 4, 6, 7, 12 }, "1–4, 6, 7, 12")]
    public void Three_numbers_in_a_row_are_a_range(int[] numbers, string expected) => Assert.Equal(expected, ThaiList.Numbers(numbers));
}
