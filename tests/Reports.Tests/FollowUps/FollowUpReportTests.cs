using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Reports.FollowUps;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Documents;
using Ita.Reports.Tests.Measures;
using Ita.Tests;

namespace Ita.Reports.Tests.FollowUps;

public class FollowUpReportTests
{
    [Fact]
    public async Task Progress_and_rounds_of_each_measure() =>
        Golden.Matches((await HtmlOf(Plans.Phathai())).Between("<caption>ความก้าวหน้ารายมาตรการ", "</table>"), "html");

    [Fact]
    public async Task Evidence_is_listed() =>
        Golden.Matches((await HtmlOf(Plans.Phathai())).Between("<table class=\"detail evidence", "</table>"), "html");

    [Fact]
    public async Task Measures_without_evidence_are_named_and_the_chapter_can_be_left_out()
    {
        var model = Plans.Phathai();
        var without = model with { Settings = new() { Chapters = [new("follow-up.evidence", false)] } };

        Assert.Contains("มาตรการที่ 3 และ 4 ยังไม่มีผลการดำเนินการ หลักฐาน และภาพประกอบ", await HtmlOf(model), StringComparison.Ordinal);
        Assert.DoesNotContain("หลักฐานและภาพประกอบการดำเนินการ", await HtmlOf(without), StringComparison.Ordinal);
        Assert.DoesNotContain("training-120", await HtmlOf(without), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mean_excludes_cancelled_measures() =>
        Assert.Contains("<dd>45.83</dd>", await HtmlOf(Plans.Phathai()), StringComparison.Ordinal);

    [Fact]
    public async Task Only_http_and_https_URLs_become_links()
    {
        var model = Plans.Phathai();
        var html = await HtmlOf(
            model with { Measures = [model.Measures[0] with { Evidence = [new("javascript:alert(1)"), new("https://www.patai.go.th/a")] }] });

        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.patai.go.th/a\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_has_its_own_title_and_period() => Assert.Contains(
        "รอบ 6 เดือน</p><p class=\"year\">(เดือนตุลาคม 2565 – เดือนมีนาคม 2566)</p>",
        (await HtmlOf(Plans.Phathai() with { Round = FollowUpRound.SixMonths })).Replace("\n", "", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public async Task Scores_of_the_next_year_are_shown_next_to_those_before()
    {
        var (before, after) = (Examples.Ekkarat().Previous!, Examples.Ekkarat());
        var measure = Plans.Phathai().Measures[0] with { Items = ["IND4"] };
        var years = YearOverYear.Compare(before, Domain.Frameworks.FrameworkCatalogue.BuiltIn.Get(before.Year), after.Result, after.Framework);
        var html = await HtmlOf(Plans.Phathai() with { Effects = MeasureOutcome.Compare([measure], years) });

        Assert.Contains(
            "<td class=\"number\">90.83</td><td class=\"number\">85.85</td><td class=\"number\">−4.98</td></tr>",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_stands_with_its_caption_and_words_for_those_who_cannot_see_it()
    {
        var html = System.Net.WebUtility.HtmlDecode(await Kinds.RenderAsync("follow-up with pictures"));

        Assert.Contains("<figure><img alt=\"การอบรมรุ่นที่ 2 ณ ห้องประชุม\" src=\"data:image/png;base64,iVBOR", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>การอบรมรุ่นที่ 2 ณ ห้องประชุม</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<img alt=\"ภาพประกอบผลการดำเนินการ\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(PictureFiles.Jpeg)}\"",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_measures_the_report_states_this() =>
        Assert.Contains("ยังไม่ได้กำหนดมาตรการจากการวิเคราะห์ผล", await HtmlOf(Plans.Phathai() with { Measures = [] }), StringComparison.Ordinal);

    private static async Task<string> HtmlOf(FollowUpModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
