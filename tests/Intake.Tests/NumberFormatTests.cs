using Ita.Intake.Tables;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Tests;

/// <summary>A cell is read as it is shown. The shown texts are those of Excel, without percent signs, currencies and thousands separators.</summary>
public class NumberFormatTests
{
    [Theory]
    [InlineData("[>1]0.00;0.00%", "0.9423", "94.23")]
    [InlineData("[>1]0.00;0.00%", "1", "100.00")]
    [InlineData("[>1]0.00;0.00%", "1.01", "1.01")]
    [InlineData("[>=1]0.00;0.00%", "1", "1.00")]
    [InlineData("[<=1]0.00%;0.00", "1", "100.00")]
    [InlineData("[<=1]0.00%;0.00", "94.23", "94.23")]
    [InlineData("[<1]0.00%;0.00", "1", "1.00")]
    [InlineData("[=0]\"ไม่มี\";0.00", "0", "ไม่มี")]
    [InlineData("[=0]\"ไม่มี\";0.00", "5", "5.00")]
    [InlineData("[<>0]0.00%;0", "0.5", "50.00")]
    [InlineData("[<>0]0.00%;0", "0", "0")]
    [InlineData("[Red][<0.5]0.0%;[Blue][>1]0;0.00%", "0.4", "40.0")]
    [InlineData("[Red][<0.5]0.0%;[Blue][>1]0;0.00%", "94", "94")]
    [InlineData("[Red][<0.5]0.0%;[Blue][>1]0;0.00%", "0.75", "75.00")]
    [InlineData("[>1]0.00;0.00%", "-0.5", "-50.00")]
    public void Conditions_choose_the_section(string code, string held, string shown) => Assert.Equal(shown, NumberFormat.Parse(code).Show(held));

    [Theory]
    [InlineData("0.00;[Red]-0.00", "-5", "-5.00")]
    [InlineData("0.00;[Red]0.00", "-5", "-5.00")]
    [InlineData("0.00_);(0.00)", "-5", "(5.00)")]
    [InlineData("0.00%;-0.0%;0", "-0.5", "-50.0")]
    [InlineData("0.00%;-0.0%;0", "0", "0")]
    [InlineData("0.00;-0.00;\"ไม่มีคะแนน\"", "0", "0")]
    [InlineData("\"ใช่\";;\"ไม่ใช่\"", "1", "ใช่")]
    [InlineData("0.00;-0.00;\"-\"", "0", "0")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "0", "0")]
    [InlineData("0.00;@", "94.5", "94.50")]
    public void Sections_are_for_numbers_above_below_and_equal_to_zero(string code, string held, string shown) =>
        Assert.Equal(shown, NumberFormat.Parse(code).Show(held));

    [Theory]
    [InlineData("\"06\"000000", "150502", "06150502")]
    [InlineData("\\0\\6000000", "150502", "06150502")]
    [InlineData("\"I\"0", "1", "I1")]
    [InlineData("\\I0", "12", "I12")]
    [InlineData("\"I\"General", "12", "I12")]
    [InlineData("\"IND\"0;;", "4", "IND4")]
    [InlineData("\"A;B\"0;0", "4", "A;B4")]
    [InlineData("00\\-000000", "6150502", "06-150502")]
    [InlineData("0\\-0000\\-00000", "1234567890", "1-2345-67890")]
    [InlineData("0\" คะแนน\"", "94", "94 คะแนน")]
    [InlineData("0.0#\"คะแนน\"", "94.5", "94.5คะแนน")]
    [InlineData("*-0.00", "94.5", "94.50")]
    [InlineData("_-0.00_-", "94.5", "94.50")]
    [InlineData("[Red]0.00", "94.5", "94.50")]
    [InlineData("[$-41E]0.00", "94.5", "94.50")]
    [InlineData("[$-D00041E]0.00", "94.5", "94.50")]
    [InlineData("t0.00", "94.5", "94.50")]
    [InlineData("[$฿-41E]#,##0.00", "1234.5", "1234.50")]
    [InlineData("\"฿\"#,##0.00", "94.5", "94.50")]
    [InlineData("#.00", "0.5", "0.50")]
    [InlineData("#", "0", "0")]
    [InlineData(".00", "0.5", "0.50")]
    public void Text_of_the_format_is_shown(string code, string held, string shown) => Assert.Equal(shown, NumberFormat.Parse(code).Show(held));

    [Theory]
    [InlineData("\"06\"@", "150502", "06150502")]
    [InlineData("0;-0;0;\"I\"@", "1", "I1")]
    [InlineData("0;-0;0;@", "I1", "I1")]
    [InlineData("0;-0;0", "I1", "I1")]
    [InlineData(";;;", "I1", "I1")]
    [InlineData("@\"*\"", "I1", "I1*")]
    public void Text_is_shown_by_its_own_section(string code, string held, string shown) =>
        Assert.Equal(shown, NumberFormat.Parse(code).ShowText(held));

    [Theory]
    [InlineData("0", "94.6", "95", "94.6")]
    [InlineData("0.0", "94.65", "94.7", "94.65")]
    [InlineData("0%", "0.946", "95", "94.6")]
    [InlineData("0", "95", "95", null)]
    [InlineData("0", "95.0000001", "95", null)]
    [InlineData("0.0", "94.6", "94.6", null)]
    [InlineData("0.00", "94.2349", "94.23", null)]
    [InlineData("General", "94.2349", "94.2349", null)]
    public void Decimals_that_are_held_and_not_shown_are_known(string code, string held, string shown, string? lost)
    {
        var number = NumberFormat.Parse(code).ShowNumber(held);

        Assert.Equal(shown, number.Text);
        Assert.Equal((lost is null ? default(CellFlawKind?) : CellFlawKind.Rounded, lost ?? ""), (number.Flaw, number.Held));
    }

    [Theory]
    [InlineData("999999999999999", null)]
    [InlineData("1000000000000000", CellFlawKind.TooManyDigits)]
    [InlineData("1.2345678901234568E+16", CellFlawKind.TooManyDigits)]
    [InlineData("94.234999999999985", null)]
    [InlineData("1E+300", CellFlawKind.TooManyDigits)]
    public void A_number_of_more_than_fifteen_digits_is_known(string held, object? flaw) =>
        Assert.Equal(flaw, NumberFormat.General.ShowNumber(held).Flaw);

    [Theory]
    [InlineData(";;;", "5")]
    [InlineData("0.00;-0.00;", "0")]
    [InlineData("0.00;-0.00;\"ไม่มีคะแนน\"", "0")]
    [InlineData("\"-\"", "5")]
    public void A_number_that_is_not_shown_is_read_and_known(string code, string held) =>
        Assert.Equal(new ShownNumber(held, CellFlawKind.Hidden, held), NumberFormat.Parse(code).ShowNumber(held));

    [Theory]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("0.0.0,%;;;;;;@@_")]
    [InlineData("[>x]0")]
    public void A_broken_format_shows_something(string code) => Assert.NotEmpty(NumberFormat.Parse(code).Show("94.5"));
}
