using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class PartScoresTests
{
    private const string Rest = "IIT=90 OIT=90 ";

    [Fact]
    public void The_whole_is_the_mean_of_two_stated_parts()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Rest + "EIT1=80 EIT2=91"));

        Assert.Equal(85.5m, result.Node("EIT").Score);
        Assert.Equal(0.3m * 90 + 0.15m * 80 + 0.15m * 91 + 0.4m * 90, result.Total.Score);
    }

    [Fact]
    public void A_part_follows_from_the_other_and_the_published_indicators()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Rest + "IND6=90 IND7=90 IND8=90 IND6@EIT2=80 IND7@EIT2=85 IND8@EIT2=90"));

        Assert.Equal(ScoreStatus.Derived, result.Node("EIT1").Status);
        Assert.Equal(95m, result.Node("EIT1").Score);
        Assert.Equal(85m, result.Node("EIT2").Score);
        Assert.Equal("2 x IND6 - IND6@EIT2", result.Node("IND6@EIT1").Formula);
    }

    [Fact]
    public void A_whole_alone_bounds_each_part_from_below_and_above()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Rest + "IND6=98.52 IND7=98.84 IND8=96.11"));

        var part = result.Node("EIT1");
        Assert.Equal(ScoreStatus.Bounded, part.Status);
        Assert.Equal(95.65m, Rounding.ToShown(part.Bounds.Low));
        Assert.Equal(100m, part.Bounds.High);
    }

    [Fact]
    public void Items_without_a_part_are_both_parts_together_with_a_warning()
    {
        var items = string.Join(' ', Enumerable.Range(1, 9).Select(number => $"E{number}=88.00"));

        var result = Sheets.Scored(Sheets.Of(2567, Rest + items));

        Assert.Equal(88m, result.Node("EIT").Score);
        Assert.Equal(ScoreStatus.Bounded, result.Node("EIT2").Status);
        Assert.Contains(result.Findings, finding => finding is { Code: "parts-together", Severity: Severity.Warning });
    }

    [Fact]
    public void A_derived_part_outside_the_scale_leaves_the_contradiction_standing()
    {
        var items = string.Join(' ', Enumerable.Range(1, 9).Select(number => $"E{number}=20.00"));

        var result = Sheets.Scored(Sheets.Of(2567, Rest + items + " IND6=90 IND7=90 IND8=90"));

        Assert.Equal(20m, result.Node("IND6").Score);
        Assert.Contains(result.Findings, finding => finding is { Code: "published-differs", Where: "IND6", Expected: "20.00", Actual: "90.00" });
    }

    [Fact]
    public void Items_of_both_parts_are_scored_each_in_its_own()
    {
        var items = string.Join(' ', Enumerable.Range(1, 9).Select(number => $"E{number}@EIT1=80 E{number}@EIT2=90"));

        var result = Sheets.Scored(Sheets.Of(2567, Rest + items + " IND6=85.00"));

        Assert.Equal(80m, result.Node("EIT1").Score);
        Assert.Equal(90m, result.Node("EIT2").Score);
        Assert.Equal(ScoreStatus.Published, result.Node("IND6").Status);
        Assert.Empty(result.Findings);
    }
}
