using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class PostedSheetTests
{
    private static readonly QuestionList Iit = Surveys.Of(2567, "IIT");

    [Fact]
    public void Any_sheet_is_read_back_from_its_posted_fields() => Assert.All(Surveys.All(), list =>
    {
        var random = new Random(list.Framework.Year.BuddhistEra);
        for (var round = 0; round < 20; round++)
        {
            var sheet = Surveys.Chance(list, random);

            Assert.Equal(sheet, PostedSheet.Read(list, ByNumber(list, sheet)).Sheet);
            Assert.Equal(sheet, PostedSheet.Read(list, ByLabel(list, sheet)).Sheet);
            Assert.Equal(sheet, AnswerSheet.Unpack(list, sheet.Pack()));
        }
    });

    [Fact]
    public void Field_names_are_case_insensitive()
    {
        var sheet = Surveys.Best(Iit);

        Assert.Equal(
            sheet,
            PostedSheet.Read(Iit, ByNumber(Iit, sheet).ToDictionary(field => field.Key.ToLowerInvariant(), field => field.Value)).Sheet);
    }

    [Theory]
    [InlineData("I3", "7", "sheet-score-refused")]
    [InlineData("I3", "0", "sheet-score-refused")]
    [InlineData("I3", "100", "sheet-score-refused")]
    [InlineData("I3", "-1", "sheet-score-refused")]
    [InlineData("I3", "1.0", "sheet-score-refused")]
    [InlineData("I3", "มีมากกก", "sheet-answer-unknown")]
    [InlineData("I3", "<script>alert(1)</script>", "sheet-answer-unknown")]
    [InlineData("I3", "999999999999999999999999", "sheet-answer-unknown")]
    [InlineData("I3", " ", "sheet-answer-missing")]
    [InlineData("I3", "", "sheet-answer-missing")]
    public void A_forged_answer_is_refused_beside_its_question(string question, string value, string code)
    {
        var posted = ByNumber(Iit, Surveys.Best(Iit));
        posted[question] = value;

        var read = PostedSheet.Read(Iit, posted);

        Assert.Null(read.Sheet);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((code, question), (problem.Code, problem.Column));
        Assert.DoesNotContain("script", problem.Text.Th + problem.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I99", "sheet-question-unknown")]
    [InlineData("E1", "sheet-question-unknown")]
    [InlineData("<b>name</b>", "sheet-question-unknown")]
    [InlineData("score", "sheet-score-refused")]
    [InlineData("I1.score", "sheet-score-refused")]
    [InlineData("points[I1]", "sheet-question-unknown")]
    [InlineData("scores[total]", "sheet-score-refused")]
    public void A_field_the_survey_does_not_ask_is_refused(string name, string code)
    {
        var posted = ByNumber(Iit, Surveys.Best(Iit));
        posted[name] = "4";

        var read = PostedSheet.Read(Iit, posted);

        Assert.Null(read.Sheet);
        Assert.Equal(code, Assert.Single(read.Problems).Code);
        Assert.DoesNotContain("<", read.Problems[0].Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_answer_is_named_at_once_in_the_order_of_the_form()
    {
        var posted = ByNumber(Iit, Surveys.Best(Iit));
        posted.Remove("I2");
        posted.Remove("I14");
        posted["I5"] = "9";

        var read = PostedSheet.Read(Iit, posted);

        Assert.Equal(["I2", "I5", "I14"], read.Problems.Select(problem => problem.Column!));
    }

    [Fact]
    public void A_question_in_two_spellings_is_answered_twice()
    {
        var list = Surveys.Of(2567, "EIT1");
        var posted = ByNumber(list, Surveys.Best(list));
        posted["ep1"] = posted["E1"];

        Assert.Equal("sheet-answer-twice", Assert.Single(PostedSheet.Read(list, posted).Problems).Code);
    }

    [Fact]
    public void A_packed_sheet_is_short_and_says_nothing_but_answers()
    {
        var sheet = Surveys.Straight(Surveys.Of(2566, "IIT"), 3) with { Marks = SheetMarks.AnsweredFast };

        Assert.Matches("^1\\.2566\\.IIT\\.[0-9a-f]{8}\\.1\\.[1-3]+$", sheet.Pack());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2567.IIT.00000000.0.111111111111111")]
    [InlineData("2.2567.IIT.{mark}.0.111111111111111")]
    [InlineData("1.2566.IIT.{mark}.0.111111111111111")]
    [InlineData("1.2567.EIT1.{mark}.0.111111111111111")]
    [InlineData("1.2567.IIT.{mark}.x.111111111111111")]
    [InlineData("1.2567.IIT.{mark}.0.11111111111111")]
    [InlineData("1.2567.IIT.{mark}.0.1111111111111111")]
    [InlineData("1.2567.IIT.{mark}.0.011111111111111")]
    [InlineData("1.2567.IIT.{mark}.0.711111111111111")]
    public void A_text_that_is_not_a_sheet_of_this_list_is_not_unpacked(string packed) =>
        Assert.Throws<FormatException>(() => AnswerSheet.Unpack(Iit, packed.Replace("{mark}", Iit.Mark, StringComparison.Ordinal)));

    private static Dictionary<string, string> ByNumber(QuestionList list, AnswerSheet sheet) => list.Questions.ToDictionary(
        question => question.Code, question => sheet.Chosen(question).Number.ToString(CultureInfo.InvariantCulture));

    private static Dictionary<string, string> ByLabel(QuestionList list, AnswerSheet sheet) =>
        list.Questions.ToDictionary(question => question.Code, question => sheet.Chosen(question).Label);
}
