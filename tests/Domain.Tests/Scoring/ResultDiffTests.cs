using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class ResultDiffTests
{
    private const string Full = "IND1=90 IND2=90 IND3=90 IND4=80 IND5=90 IND6=90 IND7=90 IND8=90 IND9=90 IND10=90";

    [Fact]
    public void Names_each_level_that_one_corrected_figure_moves_and_the_rating()
    {
        var before = Sheets.Scored(Sheets.Of(2567, Full.Replace("IND4=80", "IND4=0")));
        var after = Sheets.Scored(Sheets.Of(2567, Full));

        var diff = ResultDiff.Compare(before, after);

        Assert.Equal<string>(["TOTAL 84.60 89.40", "IIT 72.00 88.00", "IND4 0.00 80.00"], diff.Changes.Select(Text));
        Assert.Equal(("ต้องปรับปรุง", null), (diff.RatingBefore, diff.RatingAfter));
    }

    [Fact]
    public void Two_equal_results_do_not_differ()
    {
        var result = Sheets.Scored(Sheets.Of(2567, Full));

        Assert.True(ResultDiff.Compare(result, Sheets.Scored(Sheets.Of(2567, Full))).IsEmpty);
    }

    [Fact]
    public void A_figure_that_is_gone_is_named()
    {
        var before = Sheets.Scored(Sheets.Of(2567, Full + " EIT1=80 EIT2=90"));
        var after = Sheets.Scored(Sheets.Of(2567, Full));

        var change = ResultDiff.Compare(before, after).At(Level.Part).First();

        Assert.Equal(("EIT1", 80.00m, null), (change.Key.Code, change.Before, change.After));
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(51, 0)]
    [InlineData(52, 1)]
    public void A_figure_of_another_number_of_respondents_is_named(int respondents, int changes)
    {
        var diff = ResultDiff.Compare(AnsweredBy(51), AnsweredBy(respondents));

        Assert.Equal(changes, diff.Changes.Length);
        Assert.All(diff.At(Level.Item), change => Assert.Equal((51, respondents), (change.RespondentsBefore, change.RespondentsAfter)));
    }

    private static AgencyResult AnsweredBy(int respondents) => Sheets.Scored(
        Sheets.Of(2567, "I1=80") with { Scores = new([new ScoreKey("I1")], [new GivenScore(80, respondents)]) });

    private static string Text(NodeChange change) => FormattableString.Invariant($"{change.Key} {change.Before} {change.After}");
}
