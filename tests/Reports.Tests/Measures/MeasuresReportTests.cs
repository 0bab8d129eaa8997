using Ita.Reports.Analysis;
using Ita.Reports.Measures;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Measures;

public class MeasuresReportTests
{
    [Fact]
    public async Task An_issue_has_its_weak_items_lowest_first_and_its_measures() =>
        Golden.Matches((await HtmlOf(Plans.Ekkarat())).Between("<h3>2.5", "<h3>2.6"), "html");

    [Fact]
    public async Task Without_items_and_measures_the_weak_indicator_is_shown_alone()
    {
        var html = await HtmlOf(Plans.Maenatham());

        Assert.Contains("<h3>2.4 ประเด็นที่ 4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ</h3>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\" class=\"narrow code\">ตัวชี้วัดที่ 4</th><td>การใช้ทรัพย์สินของราชการ</td><td class=\"number\">84.76</td>",
            html,
            StringComparison.Ordinal);
        Assert.Contains("(84.76 คะแนน) โดยยังไม่ได้กำหนดมาตรการ</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rounds_are_due_at_the_end_of_March_and_September() => Assert.Contains(
        "รอบ 6 เดือน ข้อมูล ณ วันที่ 31 มีนาคม 2567 และ รอบ 12 เดือน ข้อมูล ณ วันที่ 30 กันยายน 2567",
        await HtmlOf(Plans.Ekkarat()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("1. จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("๑.จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("(๒) จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("๒.๑) จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("- จัดทำคู่มือ", "จัดทำคู่มือ")]
    [InlineData("5 ส. ทุกเดือน", "5 ส. ทุกเดือน")]
    public void A_step_loses_the_number_it_was_typed_with(string typed, string step) => Assert.Equal(step, MeasureText.Step(typed));

    [Fact]
    public async Task What_an_agency_writes_cannot_become_markup()
    {
        var plan = Plans.Ekkarat();
        var html = await HtmlOf(plan with { Measures = [plan.Measures[0] with { Title = "<script>", Steps = ["</table><script>"] }] });

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_another_year_than_its_framework_is_a_bug_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => HtmlOf(Plans.Ekkarat() with { Framework = Examples.Tharae().Framework }));

    private static async Task<string> HtmlOf(MeasuresModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
