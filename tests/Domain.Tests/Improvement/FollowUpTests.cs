using Ita.Domain.Improvement;

namespace Ita.Domain.Tests.Improvement;

public class FollowUpTests
{
    // Carried out in FY 2567: 1 October 2023 to 30 September 2024.
    private static readonly Measure Measure = Plans.Measure("I8");

    [Theory]
    [InlineData("2024-03-31", false, false)]
    [InlineData("2024-04-01", true, false)]
    [InlineData("2024-09-30", true, false)]
    [InlineData("2024-10-01", true, true)]
    public void A_round_is_overdue_from_the_day_after_its_last(string today, bool six, bool twelve) =>
        Assert.Equal([six, twelve], FollowUp.Compute(Measure, DateOnly.Parse(today)).Select(round => round.IsOverdue));

    [Fact]
    public void A_reported_round_is_not_overdue()
    {
        var reported = Measure with { Reports = [new(FollowUpRound.SixMonths, new(2024, 4, 10), 40, "อยู่ระหว่างดำเนินการ")] };

        Assert.Equal([false, true], FollowUp.Compute(reported, new(2024, 11, 1)).Select(round => round.IsOverdue));
    }

    [Theory]
    [InlineData(MeasureStatus.Done), InlineData(MeasureStatus.Cancelled)]
    public void A_finished_or_cancelled_measure_is_never_overdue(MeasureStatus status) =>
        Assert.DoesNotContain(FollowUp.Compute(Measure with { Status = status }, new(2025, 1, 1)), round => round.IsOverdue);
}
