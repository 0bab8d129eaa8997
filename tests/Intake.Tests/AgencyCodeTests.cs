using Ita.Intake.Cells;

namespace Ita.Intake.Tests;

public class AgencyCodeTests
{
    private const string Header = "fiscal_year,agency_code,item,score\n";

    [Theory]
    [InlineData("１５９９０００１", "15990001")]
    [InlineData("๑๕๙๙๐๐๐๑", "15990001")]
    [InlineData("15990001\uFE0F", "15990001")]
    [InlineData("15990001\uFE00", "15990001")]
    [InlineData("1599\u200B0001", "15990001")]
    [InlineData("1599\u20600001", "15990001")]
    [InlineData("1599\u00AD0001", "15990001")]
    [InlineData("15990001\u3164", "15990001")]
    [InlineData("\u115F15990001\u1160", "15990001")]
    [InlineData("15990001\uFFA0", "15990001")]
    [InlineData("15990001\u180E", "15990001")]
    [InlineData("\u202A15990001\u202C", "15990001")]
    [InlineData("\u206715990001\u2069", "15990001")]
    [InlineData("15990001\u061C", "15990001")]
    [InlineData("15990001\U000E0101", "15990001")]
    [InlineData("ＡＢ－１", "AB-1")]
    [InlineData("ａｂ．１", "ab.1")]
    [InlineData("กค\u00A00101", "กค 0101")]
    [InlineData("กค  0101", "กค 0101")]
    [InlineData("น\u0E4D\u0E321", "นำ1")]
    [InlineData("เเพร่1", "แพร่1")]
    [InlineData("อบต.ท่ี1", "อบต.ที่1")]
    [InlineData("TH_1-a.b", "TH_1-a.b")]
    public async Task Spellings_that_look_the_same_are_one_code(string written, string code)
    {
        Assert.Equal(code, AgencyCodes.Normalize(written));

        var read = await Uploads.Read($"{Header}2566,{code},I1,90\n2566,{written},I2,80\n");

        Assert.Empty(read.Problems);
        Assert.Equal(code, Assert.Single(read.Sheets).AgencyCode);
    }

    [Theory]
    [InlineData("2-Jan")]
    [InlineData("02-Jan-26")]
    [InlineData("Jan-02")]
    [InlineData("2-ม.ค.")]
    [InlineData("ก.พ.-69")]
    [InlineData("2 มี.ค. 2569")]
    [InlineData("2026-01-02")]
    [InlineData("2/1/2026")]
    [InlineData("1.00E+05")]
    public async Task A_code_that_a_program_made_a_date_or_a_number_is_refused(string written)
    {
        var problem = (await Uploads.Scores($"2566,{written},I1,90")).Error("agency-code-unusable");

        Assert.Equal((2, "agency_code"), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("1-2")]
    [InlineData("JAN-02")]
    [InlineData("2-Janu")]
    [InlineData("ม.ค.1")]
    [InlineData("123-Jan")]
    [InlineData("1E5")]
    public async Task A_code_that_is_no_date_is_read(string code) =>
        Assert.Equal(code, Assert.Single((await Uploads.Read($"{Header}2566,{code},I1,90\n")).Sheets).AgencyCode);

    [Theory]
    [InlineData("١٥٩٩٠٠٠١")]
    [InlineData("۱۵۹۹۰۰۰۱")]
    [InlineData("१५९९०००१")]
    [InlineData("໑໕໙໙໐໐໐໑")]
    [InlineData("１٥990001")]
    [InlineData("\U0001D7CF5990001")]
    [InlineData("А15990001")]
    [InlineData("AО15990001")]
    [InlineData("Ρ15990001")]
    [InlineData("TΑ1")]
    [InlineData("1\u03011")]
    [InlineData("1\u0E48")]
    [InlineData("A\u0E49")]
    [InlineData("15990001²")]
    [InlineData("1599–0001")]
    [InlineData("1599\u22120001")]
    [InlineData("ກ1")]
    [InlineData("1\uE000")]
    public async Task Letters_and_digits_of_other_scripts_are_refused(string code)
    {
        Assert.Null(AgencyCodes.Normalize(code));

        var read = await Uploads.Scores("2566,A1,I1,90", $"2566,{code},I1,90");

        Assert.Equal(3, read.Only("agency-code-unusable").Line);
        Assert.Equal("A1", Assert.Single(read.Sheets).AgencyCode);
    }

    [Theory]
    [InlineData("15990001", true)]
    [InlineData("กค 0101", true)]
    [InlineData("15990001\u200B", false)]
    [InlineData("１5990001", false)]
    [InlineData("๑5990001", false)]
    [InlineData(" 15990001", false)]
    [InlineData("กค  0101", false)]
    [InlineData("", false)]
    public void An_address_has_the_one_spelling(string code, bool may) => Assert.Equal(may, AgencyCodes.MayBe(code));

    [Theory]
    [InlineData(39, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_code_has_forty_characters_at_most_without_the_invisible_ones(int length, bool may) =>
        Assert.Equal(may, AgencyCodes.Normalize(new string('1', length) + "\u200B\u200B") is not null);
}
