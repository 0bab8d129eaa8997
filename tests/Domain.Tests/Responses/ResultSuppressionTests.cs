using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Responses;

public class ResultSuppressionTests
{
    private static readonly Framework Framework = Surveys.Framework(2567);

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void A_survey_of_fewer_than_five_people_is_not_told(int people, bool isHidden)
    {
        var told = ResultSuppression.Apply(Scored(_ => people));

        Assert.Equal(isHidden, told.ShownOf(new("IIT")) is null);
        Assert.Equal(isHidden, told.ShownOf(new("I1")) is null);
        Assert.Equal(isHidden, told.ShownOf(new("E1", "EIT2")) is null);
        Assert.NotNull(told.ShownOf(new("O1")));
        Assert.NotNull(told.Rating.BandName);
    }

    [Fact]
    public void An_item_of_few_people_hides_one_sibling_and_no_level_above()
    {
        var told = ResultSuppression.Apply(Scored(key => key.Code == "I2" ? 3 : 40));

        var hidden = told.Total.SelfAndBelow().Where(node => node.Shown is null).ToList();
        Assert.Equal(["I1", "I2"], hidden.Select(node => node.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal("suppressed-few", hidden.Single(node => node.Key.Code == "I2").Reason!.Code);
        Assert.Equal("suppressed-beside", hidden.Single(node => node.Key.Code == "I1").Reason!.Code);
        Assert.All(hidden, node => Assert.Equal((null, null, Interval.Unknown), (node.Published, node.Respondents, node.Bounds)));
    }

    [Fact]
    public void When_many_answered_nothing_is_withheld()
    {
        var result = Scored(_ => 40);

        Assert.Same(result, ResultSuppression.Apply(result));
    }

    /// <summary>The attacker knows the method: all means, weights and parts.</summary>
    [Fact]
    public void What_is_published_of_any_result_discloses_no_withheld_figure()
    {
        var random = new Random(5);
        var hiddenMore = 0;
        for (var round = 0; round < 60; round++)
        {
            var few = random.NextDouble() / 3;
            var result = Scored(_ => random.NextDouble() < few ? random.Next(1, 5) : random.Next(5, 60));
            var told = ResultSuppression.Apply(result).Total.SelfAndBelow().ToLookup(node => node.Shown is not null, node => node.Key.ToString());

            Assert.Empty(Attacker.WorksOut([.. PublicMethod.Relations(Framework)], told[true].Distinct(), [.. told[false].Distinct()]));
            hiddenMore += told[false].Count() - result.Total.SelfAndBelow().Count(node => node.Level == Level.Item && node.Respondents < 5);
        }

        Assert.True(hiddenMore > 60, $"{hiddenMore}");
    }

    private static AgencyResult Scored(Func<ScoreKey, int> people)
    {
        var random = new Random(67);
        var checklist = Framework.Instruments.Single(instrument => instrument.Answers is AnswerKind.Checklist);
        var scores = QuestionList.All(Framework)
            .SelectMany(list => list.Items.Select(item => KeyValuePair.Create(item.Key, new GivenScore(random.Next(50, 101), people(item.Key)))))
            .Concat(Framework.Items.Where(item => checklist.Indicators.Contains(item.Indicator))
                .Select(item => KeyValuePair.Create(new ScoreKey(item.Code), new GivenScore(100))));
        var sheet = ScoreSheet.Empty(Framework.Year, "A1") with { Scores = scores.ToImmutableSortedDictionary() };
        return AgencyScorer.Score(Framework, sheet, new(Framework.Year, "A1"));
    }
}
