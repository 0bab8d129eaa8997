using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class RemindersTests
{
    private static readonly DateOnly Today = new(2024, 4, 1);

    [Fact]
    public void The_most_urgent_come_first()
    {
        var list = Reminders.On(Today, [One("late", 3, 0), One("c", 1, 29), One("a", 1, 10), One("b", 1, 10), One("unknown", 1, 90, staff: null)]);

        Assert.Equal(["unknown", "a", "b", "c", "late"], list.Select(reminder => reminder.Agency.Code));
        Assert.Equal([2, 2, 2, 2, 4], list.Select(reminder => reminder.DaysLeft));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void There_is_no_reminder_of_a_closed_survey(int daysToLast, int reminded) =>
        Assert.Equal(reminded, Reminders.On(Today, [One("a", daysToLast, 3)]).Length);

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 0)]
    [InlineData(31, 0)]
    public void Only_agencies_below_the_minimum_are_reminded(int got, int reminded) =>
        Assert.Equal(reminded, Reminders.On(Today, [One("a", 3, got)]).Length);

    [Fact]
    public void An_agency_that_did_not_register_is_not_reminded()
    {
        var survey = One("a", 3, 0);

        Assert.Empty(Reminders.On(Today, [survey with { Agency = survey.Agency with { Registered = false } }]));
    }

    private static SurveyProgress One(string code, int daysToLast, int got, int? staff = 100)
    {
        var agency = new Agency(FiscalYear.FromBuddhistEra(2567), code, InternalStaff: staff);
        var period = new SurveyPeriod(new(2024, 1, 1), Today.AddDays(daysToLast));
        return new(agency, new(period), SampleMeter.Measure(Surveys.Framework(2567), "IIT", agency, got));
    }
}
