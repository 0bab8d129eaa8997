using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class NotProcessedTests
{
    private const string Full = "IND1=90 IND2=90 IND3=90 IND4=90 IND5=90 IND6=90 IND7=90 IND8=90 IND9=90 IND10=90";

    [Fact]
    public void An_agency_that_did_not_register_has_no_score_at_all()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Full), Agency(registered: false));

        Assert.Null(result.Total.Shown);
        Assert.Equal("not-registered", result.Total.Reason?.Code);
        Assert.All(result.Instruments, instrument => Assert.Null(instrument.Score));
        Assert.IsType<RatingOutcome.NotRated>(result.Rating);
    }

    [Theory]
    [InlineData(39, null)]
    [InlineData(40, "90.00")]
    [InlineData(41, "90.00")]
    public void An_instrument_below_its_minimum_sample_is_not_processed(int respondents, string? expected)
    {
        // 200 staff in FY 2567: 20 % are 40.
        var result = Sheets.Scored(Sheets.Of(2567, Full + " IIT=90", respondents: respondents), Agency(staff: 200));

        Assert.Equal(expected, result.Node("IIT").Shown?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_unprocessed_instrument_counts_as_the_framework_says_and_the_total_states_the_effect()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Full, respondents: 10), Agency(staff: 200));

        // 0.30 x 0 + 0.30 x 90 + 0.40 x 90
        Assert.Equal(63m, result.Total.Score);
        Assert.Equal("unprocessed-counts-as", result.Total.Reason?.Code);
        Assert.Contains("IIT", result.Total.Reason?.Text.En, StringComparison.Ordinal);
        Assert.Equal("below-minimum-sample", result.Node("IIT").Reason?.Code);
    }

    [Fact]
    public void A_missing_instrument_leaves_no_total_instead_of_a_silent_zero()
    {
        var result = Sheets.Scored(Sheets.Of(2566, "IND1=90 IND2=90 IND3=90 IND4=90 IND5=90"));

        Assert.Null(result.Total.Score);
        Assert.Equal("incomplete", result.Total.Reason?.Code);
        Assert.Equal("90.00", Combination.Number(result.Node("IIT").Shown!.Value));
    }

    [Fact]
    public void An_indicator_with_a_missing_item_is_not_averaged_over_the_rest()
    {
        var result = Sheets.Scored(Sheets.Of(2567, "I1=90 I2=80"));

        Assert.Null(result.Node("IND1").Score);
        Assert.Contains("I3", result.Node("IND1").Reason?.Text.Th, StringComparison.Ordinal);
        Assert.Contains(result.Findings, finding => finding is { Code: "item-missing", Where: "I3" });
    }

    private static Agency Agency(bool? registered = null, int? staff = null) =>
        new(FiscalYear.FromBuddhistEra(2567), Sheets.Code, InternalStaff: staff, Registered: registered);
}
