using Ita.Domain.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class MeasureChecksTests
{
    private static readonly Measure Sound = Plans.Measure("I8 IND4");

    [Fact]
    public void A_sound_measure_has_no_faults() => AssertFaults(Sound);

    [Fact]
    public void The_measures_of_both_documents_are_valid()
    {
        Assert.All(Plans.Ekkarat.All, measure => AssertFaults(measure));
        Assert.All(Plans.Phathai.All, measure => Assert.Empty(MeasureChecks.FindFaults(measure, Sheets.FrameworkOf(2565))));
    }

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(100.01, false)]
    public void A_percentage_stays_between_0_and_100(double percent, bool isSound) =>
        AssertFaults(Sound with { Percent = (decimal)percent }, isSound ? [] : [MeasureFault.PercentOutOfRange]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void An_issue_has_a_number_from_1_to_7(int issue, bool isSound) =>
        AssertFaults(Sound with { Issue = issue }, isSound ? [] : [MeasureFault.UnknownIssue]);

    [Fact]
    public void Each_fault_is_found()
    {
        var round = new RoundReport(FollowUpRound.SixMonths, new(2024, 4, 1), 120, "");

        AssertFaults(Sound with { Title = " " }, MeasureFault.NoTitle);
        AssertFaults(Sound with { Issue = 8 }, MeasureFault.UnknownIssue);
        AssertFaults(Sound with { Items = ["O44"] }, MeasureFault.UnknownItem);
        AssertFaults(Sound with { CarriedOut = Sound.Analysed }, MeasureFault.CarriedOutTooEarly);
        AssertFaults(Sound with { Reports = [round, round] }, MeasureFault.PercentOutOfRange, MeasureFault.RoundReportedTwice);
    }

    [Fact]
    public void The_unknown_codes_are_named() =>
        Assert.Equal(["O44"], MeasureChecks.UnknownItems(Sound with { Items = ["O43", "O44"] }, Sheets.FrameworkOf(2566)).AsEnumerable());

    private static void AssertFaults(Measure measure, params MeasureFault[] faults) =>
        Assert.Equal(faults, MeasureChecks.FindFaults(measure, Sheets.FrameworkOf(2566)).AsEnumerable());
}
