using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class SurveyStateTests
{
    private static readonly DateOnly First = new(2024, 1, 8);
    private static readonly DateOnly Last = new(2024, 4, 30);
    private static readonly SurveyState Survey = new(new SurveyPeriod(First, Last));

    [Theory]
    [InlineData(-1, SurveyPhase.NotYet, "survey-not-open")]
    [InlineData(0, SurveyPhase.Open, null)]
    [InlineData(1, SurveyPhase.Open, null)]
    [InlineData(112, SurveyPhase.Open, null)]
    [InlineData(113, SurveyPhase.Open, null)]
    [InlineData(114, SurveyPhase.Closed, "survey-closed")]
    public void Opens_and_closes_by_its_dates(int daysAfterFirst, SurveyPhase phase, string? refusal)
    {
        var day = First.AddDays(daysAfterFirst);

        Assert.Equal((phase, refusal), (Survey.PhaseOn(day), Survey.RefusalOn(day)?.Code));
    }

    [Fact]
    public void An_assessor_can_close_it_early_and_reopen_it()
    {
        var closed = Survey.Close(Act(First.AddDays(9))).State!;
        var reopened = closed.Reopen(Last.AddDays(10), Act(First.AddDays(20))).State!;

        Assert.Equal("survey-closed", closed.RefusalOn(First.AddDays(9))!.Code);
        Assert.Null(reopened.RefusalOn(First.AddDays(20)));
        Assert.Null(reopened.RefusalOn(Last.AddDays(10)));
        Assert.Equal("survey-closed", reopened.RefusalOn(Last.AddDays(11))!.Code);
        Assert.Equal("because", reopened.Reopened!.Why);
    }

    [Fact]
    public void A_survey_that_closed_by_its_dates_can_be_reopened() =>
        Assert.Null(Survey.Reopen(Last.AddDays(3), Act(Last.AddDays(1))).State!.RefusalOn(Last.AddDays(3)));

    [Theory]
    [InlineData(-1, "survey-reopen-in-past")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    public void It_is_reopened_until_today_or_later(int days, string? problem) =>
        Assert.Equal(problem, Survey.Reopen(Last.AddDays(5 + days), Act(Last.AddDays(5))).Problem?.Code);

    [Fact]
    public void An_open_survey_can_be_neither_reopened_nor_published()
    {
        Assert.Equal("survey-not-closed", Survey.Reopen(Last, Act(First)).Problem!.Code);
        Assert.Equal("survey-not-closed", Survey.Publish(First).Problem!.Code);
    }

    [Fact]
    public void It_cannot_be_closed_twice() =>
        Assert.Equal("survey-closed-already", Survey.Close(Act(First)).State!.Close(Act(First.AddDays(1))).Problem!.Code);

    [Fact]
    public void A_published_survey_stands_still()
    {
        var published = Survey.Publish(Last.AddDays(1)).State!;

        Assert.Equal("survey-published", published.RefusalOn(First)!.Code);
        Assert.Equal("survey-published", published.Reopen(Last.AddDays(9), Act(Last.AddDays(2))).Problem!.Code);
        Assert.Equal("survey-published", published.Close(Act(Last)).Problem!.Code);
        Assert.Equal(published, published.Publish(Last.AddDays(2)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Closing_and_reopening_need_a_reason(string why)
    {
        Assert.Equal("survey-reason-missing", Survey.Close(new(First, "assessor", why)).Problem!.Code);
        Assert.Equal("survey-reason-missing", Survey.Reopen(Last.AddDays(9), new(Last.AddDays(1), "assessor", why)).Problem!.Code);
    }

    [Theory]
    [InlineData("2023-10-01", "2024-09-30", true)]
    [InlineData("2023-09-30", "2024-09-30", false)]
    [InlineData("2023-10-01", "2026-10-01", true)]
    [InlineData("2024-04-01", "2024-04-01", true)]
    [InlineData("2024-04-02", "2024-04-01", false)]
    public void A_survey_begins_no_earlier_than_its_year_and_ends_no_earlier_than_it_begins(string opens, string closes, bool isGood)
    {
        var (period, problem) = SurveyPeriod.Create(FiscalYear.FromBuddhistEra(2567), Day(opens), Day(closes));

        Assert.Equal(isGood, period is not null);
        Assert.Equal(isGood ? null : "survey-period-invalid", problem?.Code);
        Assert.NotEqual("", problem?.Text.En);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SurveyAction Act(DateOnly day) => new(day, "assessor", "because");
}
