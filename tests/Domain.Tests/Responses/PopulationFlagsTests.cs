using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class PopulationFlagsTests
{
    private static readonly DateOnly May = new(2024, 5, 2);

    [Theory]
    [InlineData(39, 0)]
    [InlineData(40, 0)]
    [InlineData(41, 1)]
    [InlineData(2_000, 1_960)]
    public void More_sheets_than_people_are_flagged(int sheets, int count)
    {
        var flag = Flags("IIT", sheets)[0];

        Assert.Equal(("more-than-population", count, count > 0), (flag.Code, flag.Count, flag.IsRaised));
        Assert.Contains("40", flag.Text.En, StringComparison.Ordinal);
        Assert.Contains("40", flag.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IIT", 2)]
    [InlineData("EIT1", 1)]
    [InlineData("EIT2", 1)]
    public void A_changed_head_count_is_flagged_for_the_surveys_of_those_people(string survey, int count)
    {
        var flag = Flags(
            survey, 10, new(Population.InternalStaff, 40, 30, May), new(Population.ExternalStakeholders, 900, 90, May),
            new(Population.InternalStaff, 30, 10, May.AddDays(1)))[1];

        Assert.Equal(("population-changed", count, 1m), (flag.Code, flag.Count, flag.Share));
        Assert.Contains(
            survey == "IIT" ? "from 30 to 10 people (2024-05-03)" : "from 900 to 90 people (2024-05-02)", flag.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_change_and_with_few_sheets_no_flag_is_raised() => Assert.All(Flags("IIT", 40), flag => Assert.False(flag.IsRaised));

    private static ImmutableArray<QualityFlag> Flags(string survey, int sheets, params HeadCountChange[] changes)
    {
        var framework = Surveys.Framework(2567);
        var agency = new Agency(framework.Year, "A1", InternalStaff: 40, ExternalStakeholders: 900);
        return PopulationFlags.Compute(framework, SampleMeter.Measure(framework, survey, agency, sheets), changes);
    }
}
