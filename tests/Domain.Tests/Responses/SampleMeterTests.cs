using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class SampleMeterTests
{
    // The rule of 2567: 20 percent, at least 30; everybody in populations below 30; 400 in populations above 2,000. Part 2: 20 percent of
    // the minimum of part 1, at least 20.
    [Theory]
    [InlineData("IIT", 0, 0)]
    [InlineData("IIT", 1, 1)]
    [InlineData("IIT", 29, 29)]
    [InlineData("IIT", 30, 30)]
    [InlineData("IIT", 150, 30)]
    [InlineData("IIT", 151, 31)]
    [InlineData("IIT", 155, 31)]
    [InlineData("IIT", 156, 32)]
    [InlineData("IIT", 1_999, 400)]
    [InlineData("IIT", 2_000, 400)]
    [InlineData("IIT", 2_001, 400)]
    [InlineData("EIT1", 20_000, 400)]
    [InlineData("EIT2", 20_000, 80)]
    [InlineData("EIT2", 500, 20)]
    [InlineData("EIT2", 505, 21)]
    [InlineData("EIT2", 12, 20)]
    public void The_minimum_of_2567(string survey, int population, int minimum) =>
        Assert.Equal(minimum, Meter(survey, population, 0).Minimum);

    [Theory]
    [InlineData(30, 1, false, "below-minimum-sample")]
    [InlineData(31, 0, true, null)]
    [InlineData(32, 0, true, null)]
    public void States_how_many_sheets_are_missing_and_the_effect(int got, int missing, bool isReached, string? effect)
    {
        var meter = Meter("IIT", 151, got);

        Assert.Equal((missing, isReached, effect), (meter.Missing, meter.IsReached, meter.Effect?.Code));
        Assert.Equal(got / 31m, meter.Share);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 0.5)]
    public void A_survey_that_asks_for_no_answers_has_all_of_them(int population, int got, decimal share) =>
        Assert.Equal(share, Meter("IIT", population, got).Share);

    [Fact]
    public void Without_a_population_the_minimum_is_unknown()
    {
        var meter = Meter("IIT", null, 500);

        Assert.Null(meter.Minimum);
        Assert.Null(meter.IsReached);
        Assert.Equal("minimum-unknown", meter.Effect!.Code);
        Assert.NotEmpty(meter.Effect.Text.Th);
    }

    [Fact]
    public void An_agency_that_did_not_register_is_not_processed_however_many_answer() =>
        Assert.Equal(
            "not-registered", SampleMeter.Measure(Surveys.Framework(2567), "IIT", Agency(100) with { Registered = false }, 100).Effect!.Code);

    [Theory]
    [InlineData("IIT", 40, 39, 0)]
    [InlineData("IIT", 40, 40, 0)]
    [InlineData("IIT", 40, 41, 1)]
    [InlineData("IIT", 40, 2_000, 1_960)]
    [InlineData("IIT", 0, 0, 0)]
    [InlineData("IIT", 0, 1, 1)]
    [InlineData("EIT1", 500, 501, 1)]
    [InlineData("EIT2", 12, 20, 0)]
    [InlineData("EIT2", 12, 21, 9)]
    [InlineData("IIT", null, 2_000, 0)]
    public void States_how_many_sheets_are_above_the_population(string survey, int? population, int got, int excess)
    {
        var meter = Meter(survey, population, got);

        Assert.Equal((excess, excess > 0), (meter.Excess, meter.Doubt is not null));
        Assert.Equal(excess > 0 ? "more-sheets-than-people" : null, meter.Doubt?.Code);
    }

    private static SampleMeter Meter(string survey, int? population, int got) =>
        SampleMeter.Measure(Surveys.Framework(2567), survey, Agency(population), got);

    private static Agency Agency(int? population) =>
        new(FiscalYear.FromBuddhistEra(2567), "A1", InternalStaff: population, ExternalStakeholders: population);
}
