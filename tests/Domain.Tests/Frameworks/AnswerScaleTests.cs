using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>Points always rise from 0 for the worst answer to 100 for the best (docs/sources/public.md).</summary>
public class AnswerScaleTests
{
    private const string Least = "น้อยที่สุดหรือไม่มีเลย";
    private const string Most = "มากที่สุด";

    public static TheoryData<int> Years => FrameworkCatalogueTests.Years;

    [Theory, MemberData(nameof(Years))]
    public void Every_item_runs_from_0_for_the_worst_answer_to_100_for_the_best(int year)
    {
        var framework = Of(year);

        Assert.All(Questions(framework), question =>
        {
            var labels = framework.ChoicesOf(question.Item, question.Sub).Select(choice => choice.Label).ToList();
            Assert.Equal(0, framework.PointsOf(question.Item, labels[0], question.Sub));
            Assert.Equal(100, framework.PointsOf(question.Item, labels[^1], question.Sub));
            Assert.Equal(
                framework.Scale(question.Item.Scale).Choices.Select(choice => (decimal?)choice.Points),
                labels.Select(label => framework.PointsOf(question.Item, label, question.Sub)));
        });
    }

    [Theory]
    [InlineData("I1", Least, 0)]
    [InlineData("I1", "น้อย", 33)]
    [InlineData("I1", "มาก", 67)]
    [InlineData("I1", Most, 100)]
    // Negative: the agency spends its budget for private purposes.
    [InlineData("I10", Least, 100)]
    [InlineData("I10", "น้อย", 67)]
    [InlineData("I10", "มาก", 33)]
    [InlineData("I10", Most, 0)]
    // Yes and no: the scale itself defines which is bad, so polarity must not reverse it.
    [InlineData("I4", "มี", 0)]
    [InlineData("I4", "ไม่มี", 100)]
    [InlineData("E4", "เคย", 0)]
    [InlineData("E4", "ไม่เคย", 100)]
    [InlineData("E8", "มี", 100)]
    [InlineData("E8", "ไม่มี", 0)]
    public void Scores_an_answer_of_2566(string item, string label, int points) => Assert.Equal(points, PointsOf(2566, item, label));

    [Theory]
    [InlineData("I1", "ไม่เป็นไปตามที่กำหนด", 0)]
    [InlineData("I1", "เป็นไปตามที่กำหนดค่อนข้างมาก", 60)]
    [InlineData("I1", "เป็นไปตามที่กำหนดมากที่สุด", 100)]
    [InlineData("I2", "เจ้าหน้าที่ทุกคนปฏิบัติงานอย่างไม่เท่าเทียม", 0)]
    [InlineData("I3", "ไม่มี", 100)]
    [InlineData("I5", "มีสัดส่วนน้อยที่สุด", 80)]
    [InlineData("I6", "ไม่มี", 100)]
    [InlineData("I6", "มีน้อย", 60)]
    [InlineData("I6", "มีมากที่สุด", 0)]
    [InlineData("I9", "มี", 0)]
    // Starts like the best answers of negative items, but is the worst of a positive one.
    [InlineData("I10", "ไม่มีเจ้าหน้าที่คนใดที่ยืมของอย่างถูกต้อง", 0)]
    [InlineData("I12", "ไม่เคย", 0)]
    [InlineData("I12", "นาน ๆ ครั้ง", 40)]
    [InlineData("E1", "ไม่เห็นด้วยอย่างยิ่ง", 0)]
    [InlineData("E3", "ไม่เคย", 100)]
    [InlineData("E3", "เคย", 0)]
    [InlineData("E9", "เคย", 100)]
    [InlineData("E9", "ไม่เคย", 0)]
    public void Scores_an_answer_of_2567(string item, string label, int points) => Assert.Equal(points, PointsOf(2567, item, label));

    [Fact]
    public void In_every_negative_item_of_2567_having_none_is_best()
    {
        var negative = Of(2567).Items.Where(item => item.Polarity == Polarity.Negative).ToList();

        Assert.Equal(["I3", "I5", "I6", "I7", "I8", "I9", "I11", "E3"], negative.Select(item => item.Code));
        Assert.All(negative, item => Assert.Matches("^ไม่(มี|เคย)", Of(2567).ChoicesOf(item)[^1].Label));
    }

    [Theory]
    [InlineData(2564)]
    [InlineData(2565)]
    public void Sub_questions_of_one_item_may_have_different_polarities(int year)
    {
        var framework = Of(year);
        var item = framework.Items.Single(item => item.Code == "I11");

        Assert.Equal(["I11.1", "I11.2"], item.SubQuestions.Select(sub => sub.Code));
        Assert.Equal(100, framework.PointsOf(item, Most, item.SubQuestions[0]));
        Assert.Equal(0, framework.PointsOf(item, Most, item.SubQuestions[1]));
    }

    [Theory, MemberData(nameof(Years))]
    public void Other_sub_questions_have_the_polarity_of_their_item(int year) => Assert.All(
        Questions(Of(year)).Where(question => question.Sub is not null && question.Item.Code != "I11"),
        question => Assert.Equal(question.Item.Polarity, question.Sub!.Polarity));

    [Fact]
    public void An_answer_the_item_does_not_have_has_no_points_not_even_zero() => Assert.Null(PointsOf(2566, "I1", "มี"));

    private static Framework Of(int year) => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year));

    private static decimal? PointsOf(int year, string item, string label) =>
        Of(year).PointsOf(Of(year).Items.Single(found => found.Code == item), label);

    private static IEnumerable<(Item Item, SubQuestion? Sub)> Questions(Framework framework) =>
        from item in framework.Items
        from sub in item.SubQuestions.IsEmpty ? [null] : item.SubQuestions.Select(sub => (SubQuestion?)sub)
        select (item, sub);
}
