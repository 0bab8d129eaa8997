using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class QuestionListTests
{
    [Fact]
    public void Each_option_has_the_points_of_its_label_in_the_catalogue() => Assert.All(Surveys.All(), list => Assert.All(list.Questions, question =>
    {
        var sub = question.Item.Item.SubQuestions.FirstOrDefault(sub => sub.Code == question.Code);
        Assert.Equal(
            list.Framework.ChoicesOf(question.Item.Item, sub)
                .OrderBy(choice => choice.Label, StringComparer.Ordinal).Select(choice => (choice.Label, choice.Points)),
            question.Options.OrderBy(option => option.Label, StringComparer.Ordinal).Select(option => (option.Label, option.Points)));
        Assert.Equal(Enumerable.Range(1, question.Options.Length), question.Options.Select(option => option.Number));
    }));

    [Fact]
    public void On_a_scale_that_turns_equal_labels_are_in_equal_positions()
    {
        var list = Surveys.Of(2566, "IIT");
        var positive = list.Find("I1")!;
        var negative = list.Find("I10")!;

        Assert.Equal(Polarity.Negative, negative.Polarity);
        Assert.Equal(positive.Options.Select(option => option.Label), negative.Options.Select(option => option.Label));
        Assert.Equal(positive.Options.Select(option => option.Points), negative.Options.Select(option => option.Points).Reverse());
    }

    [Fact]
    public void No_option_number_is_one_of_the_points_of_a_question() => Assert.All(
        Surveys.All().SelectMany(list => list.Questions),
        question =>
            Assert.Empty(question.Options.Select(option => (decimal)option.Number).Intersect(question.Options.Select(option => option.Points))));

    [Fact]
    public void A_sheet_has_one_digit_a_question() => Assert.All(
        Surveys.All().SelectMany(list => list.Questions), question => Assert.InRange(question.Options.Length, 2, 9));

    [Fact]
    public void Sub_questions_are_asked_one_by_one_instead_of_their_item()
    {
        var list = Surveys.Of(2565, "IIT");

        Assert.Null(list.Find("I11"));
        Assert.Equal("I11", list.Find("I11.2")!.Item.Item.Code);
    }

    [Fact]
    public void Sections_hold_every_question_once_in_order() => Assert.All(
        Surveys.All(), list => Assert.Equal(list.Questions, list.Sections.SelectMany(section => section.Questions)));

    [Fact]
    public void A_question_of_one_part_is_found_by_both_of_its_spellings()
    {
        var part1 = Surveys.Of(2567, "EIT1");

        Assert.Same(part1.Find("E1"), part1.Find("ep1"));
        Assert.Null(part1.Find("es1"));
        Assert.Equal("EIT1", part1.Find("e1")!.Item.Key.Part);
    }

    [Theory]
    [InlineData("IIT", null, "IIT")]
    [InlineData("EIT", 1, "EIT1")]
    [InlineData("EIT", 2, "EIT2")]
    [InlineData("EIT", null, null)]
    [InlineData("EIT", 3, null)]
    [InlineData("OIT", null, null)]
    public void A_survey_is_found_by_instrument_and_part(string instrument, int? part, string? code) =>
        Assert.Equal(code, QuestionList.Find(Surveys.Framework(2567), instrument, part)?.Code);

    [Fact]
    public void Lists_with_another_meaning_have_another_mark()
    {
        var marks = Surveys.All().Where(list => list.Part is null or { Number: 1 }).Select(list => list.Mark).ToList();

        Assert.Equal(Surveys.Of(2567, "EIT1").Mark, Surveys.Of(2567, "EIT2").Mark);
        Assert.NotEqual(Surveys.Of(2566, "IIT").Mark, Surveys.Of(2567, "IIT").Mark);
        Assert.True(marks.Count > 4);
    }
}
