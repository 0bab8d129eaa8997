using Ita.Domain.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class MarginalValueTests
{
    [Theory]
    [InlineData("O25", "1.00")] // one of 4 items
    [InlineData("O8", "0.40")] // one of 10 items
    [InlineData("O18", "0.50")] // one of 8 items
    [InlineData("O43", "2.00")] // one of 5 items in one of 2 sub-indicators
    public void A_checklist_item_is_worth_its_share_of_the_total(string item, string points) =>
        Assert.Equal(decimal.Parse(points), MarginalValue.Of(Sheets.FrameworkOf(2566), item).WholeItem);

    [Theory]
    [InlineData("I1", null, "0.01")]
    [InlineData("E1", null, "0.02")]
    [InlineData("E1", "EIT1", "0.01")]
    public void A_survey_point_is_worth_its_share_of_the_total(string item, string? part, string points) =>
        Assert.Equal(decimal.Parse(points), MarginalValue.Of(Sheets.FrameworkOf(2566), item, part).Total);

    [Fact]
    public void The_values_on_the_way_up_are_told_too()
    {
        var value = MarginalValue.Of(Sheets.FrameworkOf(2566), "O25");

        Assert.Equal((0.05m, 0.025m, 0.01m), (value.Indicator, value.Instrument, value.Total));
    }

    [Theory]
    [InlineData(2564), InlineData(2565), InlineData(2566), InlineData(2567)]
    public void All_items_together_are_worth_the_whole_total(int year) =>
        Assert.Equal(1m, MarginalValue.All(Sheets.FrameworkOf(year)).Sum(value => value.Total), 20);
}
