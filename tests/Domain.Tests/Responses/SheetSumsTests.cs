using Ita.Domain.Responses;
using Ita.Domain.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Responses;

public class SheetSumsTests
{
    public static TheoryData<Example> Examples => [.. WorkedExamples.Read<Example>("Responses")];

    [Theory, MemberData(nameof(Examples))]
    public void Reproduces_the_worked_example(Example example)
    {
        var list = Surveys.Of(example.Year, example.Survey);
        var question = list.Find(example.Item)!;
        var sheets = example.Answers.SelectMany(answer => Enumerable.Repeat(
            Surveys.Straight(list, 1).With(list, example.Item, question.Options.Single(option => option.Label == answer.Label).Number),
            answer.People));

        var sums = SheetSums.Sum(list, sheets);

        Assert.Equal(example.Answers.Sum(answer => answer.People), sums.Respondents);
        Assert.Equal(example.Sum / sums.Respondents, sums.MeanOf(question.Number));
        Assert.Equal(example.Shown, Rounding.ToShown(sums.Scores(default).Single(score => score.Key.Code == example.Item).Value.Score));
    }

    [Fact]
    public void The_mean_of_an_item_is_that_of_all_answers_to_its_sub_questions() => Assert.All(Surveys.All(), list =>
    {
        var random = new Random(2566);
        var sheets = Enumerable.Range(0, 37).Select(_ => Surveys.Chance(list, random)).ToList();

        Assert.All(SheetSums.Sum(list, sheets).Scores(default), score =>
        {
            var points = sheets.SelectMany(sheet => list.Questions
                .Where(question => question.Item.Key == score.Key)
                .Select(question => sheet.Chosen(question).Points)).ToList();
            Assert.Equal((points.Sum() / points.Count, 37), (score.Value.Score, score.Value.Respondents));
        });
    });

    [Fact]
    public void Sheets_of_both_parts_give_each_part_its_own_scores()
    {
        var surveys = new[] { Surveys.Of(2567, "EIT1"), Surveys.Of(2567, "EIT2") }.Select((list, part) =>
            SheetSums.Sum(list, Enumerable.Repeat(part == 0 ? Surveys.Best(list) : Surveys.Straight(list, 1), 30 + part)));

        var sheet = SheetSums.ToScoreSheet(FiscalYear.FromBuddhistEra(2567), "A1", surveys, "survey");

        Assert.Equal(new GivenScore(100, 30, ScoreSource.Of("survey")), sheet.Scores[new("E1", "EIT1")]);
        Assert.Equal(31, sheet.Scores[new("E1", "EIT2")].Respondents);
    }

    [Fact]
    public void A_sheet_of_another_survey_is_not_added() =>
        Assert.Throws<ArgumentException>(() => new SheetSums(Surveys.Of(2567, "EIT1")).Add(Surveys.Best(Surveys.Of(2567, "EIT2"))));

    [Fact]
    public void Without_answers_there_is_no_score()
    {
        var sums = new SheetSums(Surveys.Of(2567, "IIT"));

        Assert.Empty(sums.Scores(default));
        Assert.Null(sums.MeanOf(0));
        Assert.Equal(0, sums.Respondents);
    }

    public sealed record Example(string Name, string Source, int Year, string Survey, string Item, Answer[] Answers, decimal Sum, decimal Shown)
    {
        public override string ToString() => Name;
    }

    public sealed record Answer(string Label, int People);
}
