using Ita.Domain.Responses;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>A range that was computed from the answers of few people would disclose them.</summary>
public class HiddenRangesTests
{
    private const string Internal = "IND1=91 IND2=92 IND3=93 IND4=94 IND5=95 ";

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 27.90)]
    [InlineData(6, 27.90)]
    public void A_total_of_few_answers_has_no_range(int respondents, double? low)
    {
        var result = ResultSuppression.Apply(Sheets.Scored(Sheets.Of(2565, Internal, respondents: respondents)));

        Assert.Equal(low ?? 0, (double)Rounding.ToShown(result.Total.Bounds.Low));
        Assert.Equal(low is null ? ScoreStatus.Withheld : ScoreStatus.Bounded, result.Total.StatusShown);
        Assert.Equal(low is null ? "suppressed-rating" : "no-total", result.Rating.Why.Code);
    }

    [Fact]
    public void A_part_of_few_answers_is_not_told_by_the_range_of_its_instrument()
    {
        var sheet = Sheets.Of(2567, "IND6@EIT1=80 IND7@EIT1=82 IND8@EIT1=84", respondents: 3);

        var result = ResultSuppression.Apply(Sheets.Scored(sheet));

        Assert.All(["EIT1", "EIT", "TOTAL"], key => Assert.Equal(
            (Interval.Unknown, ScoreStatus.Withheld), (result.Node(key).Bounds, result.Node(key).StatusShown)));
        Assert.Equal(ScoreStatus.NoData, result.Node("OIT").StatusShown);
    }

    [Fact]
    public void An_instrument_below_its_minimum_sample_has_no_range()
    {
        var sheet = Sheets.Of(2567, Internal, respondents: 10);

        var node = Sheets.Scored(sheet, new(sheet.Year, Sheets.Code, InternalStaff: 200)).Node("IIT");

        Assert.Equal((ScoreStatus.NotProcessed, Interval.Unknown), (node.Status, node.Bounds));
    }
}
