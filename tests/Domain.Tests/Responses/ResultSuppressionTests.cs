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

            Assert.Empty(Attacker.WorksOut([.. Method()], told[true].Distinct(), [.. told[false].Distinct()]));
            hiddenMore += told[false].Count() - result.Total.SelfAndBelow().Count(node => node.Level == Level.Item && node.Respondents < 5);
        }

        Assert.True(hiddenMore > 60, $"{hiddenMore}");
    }

    /// <summary>Derived from the framework, independently of the tree.</summary>
    private static IEnumerable<AggregateRelation> Method()
    {
        yield return Sum("TOTAL", 100, ("IIT", 30), ("EIT1", 15), ("EIT2", 15), ("OIT", 40));
        yield return Sum("EIT", 2, ("EIT1", 1), ("EIT2", 1));
        foreach (var instrument in Framework.Instruments)
        {
            yield return Mean(instrument.Code, instrument.Indicators.Select(number => $"IND{number}"));
            foreach (var part in instrument.Parts)
            {
                yield return Mean(part.Code, instrument.Indicators.Select(number => $"IND{number}@{part.Code}"));
            }

            foreach (var number in instrument.Indicators)
            {
                if (instrument.Parts.IsEmpty)
                {
                    foreach (var relation in Below(number, ""))
                    {
                        yield return relation;
                    }
                }
                else
                {
                    yield return Mean($"IND{number}", instrument.Parts.Select(part => $"IND{number}@{part.Code}"));
                    foreach (var relation in instrument.Parts.SelectMany(part => Below(number, $"@{part.Code}")))
                    {
                        yield return relation;
                    }
                }
            }
        }
    }

    private static IEnumerable<AggregateRelation> Below(int number, string part)
    {
        var subs = Framework.SubIndicatorsOf(number).ToList();
        return subs.Count == 0
            ? [Mean($"IND{number}{part}", Framework.ItemsOf(number).Select(item => item.Code + part))]
            : [Mean($"IND{number}{part}", subs.Select(sub => sub.Code + part)),
                .. subs.Select(sub => Mean(sub.Code + part, Framework.ItemsOf(number, sub.Code).Select(item => item.Code + part)))];
    }

    private static AggregateRelation Mean(string parent, IEnumerable<string> children)
    {
        var all = children.ToArray();
        return Sum(parent, all.Length, [.. all.Select(child => (child, 1L))]);
    }

    private static AggregateRelation Sum(string parent, long weight, params (string Name, long Weight)[] terms) => new(terms
        .Append((Name: parent, Weight: -weight))
        .ToImmutableSortedDictionary(term => term.Name, term => term.Weight, StringComparer.Ordinal));

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
