using Ita.Domain.Settings;
using Ita.Reports.Measures;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Measures;

/// <summary>What a plan says of each issue, of limitations, and who signs it.</summary>
public class IssueProseTests
{
    [Theory]
    [InlineData("84.99", "ต่ำกว่า 85 คะแนน อยู่ 0.01 คะแนน")]
    [InlineData("85.00", null)]
    [InlineData("85.01", null)]
    public async Task A_score_below_the_limit_is_analysed(string score, string? said)
    {
        var html = await HtmlOf(PlanOf(2566, new() { ["I1"] = score }));

        Assert.Equal(said is not null, html.Contains(">การวิเคราะห์</th>", StringComparison.Ordinal));
        Assert.Equal(said is not null, html.Contains("<b>สาเหตุ</b> <span></span>", StringComparison.Ordinal));
        Assert.Contains(said ?? $"ข้อที่ได้คะแนนต่ำสุดของประเด็น คือ ข้อ I1 ({score} คะแนน)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_analysis_uses_the_limit_of_the_settings_the_year_before_and_the_lower_part()
    {
        var html = await HtmlOf(Plans.AfterAYear());

        Assert.Contains("ต่ำกว่า 95 คะแนน อยู่ 1.90 คะแนน", html, StringComparison.Ordinal);
        Assert.Contains("ลดลง 100.00 คะแนน จากปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 100.00 คะแนน", html, StringComparison.Ordinal);
        Assert.Contains("เพิ่มขึ้น 6.75 คะแนน จากปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 86.35 คะแนน (วิธีการประเมินต่างกัน)", html, StringComparison.Ordinal);
        Assert.Contains("EIT ส่วนที่ 1 (80.00 คะแนน) ต่ำกว่า EIT ส่วนที่ 2 (90.00 คะแนน)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_year_before_nothing_is_said_of_it() =>
        Assert.DoesNotContain("ซึ่งได้", await HtmlOf(Plans.AfterAYear() with { Previous = null }), StringComparison.Ordinal);

    /// <summary>Seed 000 has scores of indicators only.</summary>
    [Fact]
    public async Task From_indicators_all_seven_issues_are_analysed()
    {
        var html = await HtmlOf(Plans.MaenathamPlanned());

        Assert.All(Enumerable.Range(1, 7), number => Assert.Contains($"<h3>2.{number} ประเด็นที่ {number} ", html, StringComparison.Ordinal));
        Assert.Contains(
            "ได้แก่ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (84.76 คะแนน) และ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (95.00 คะแนน)", html, StringComparison.Ordinal);
        Assert.Contains("ตัวชี้วัดที่ได้คะแนนต่ำสุดของประเด็น คือ ตัวชี้วัดที่ 9 (95.00 คะแนน)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_without_any_score_is_said_to_have_none()
    {
        var html = await HtmlOf(PlanOf(2566, new() { ["IND6"] = "90.00" }));

        Assert.Contains("ไม่มีข้อมูลคะแนนของประเด็นนี้", html.Between("<h3>2.4", "<h3>2.5"), StringComparison.Ordinal);
        Assert.Contains("ส่วนอีก 3 ตัวชี้วัดไม่มีข้อมูลคะแนน", html.Between("<h3>2.1", "<h3>2.2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_proposes_where_the_agency_wrote_nothing()
    {
        Assert.Contains("แนวทางที่เสนอเพื่อพิจารณากำหนดเป็นมาตรการ", await HtmlOf(Plans.Maenatham()), StringComparison.Ordinal);
        Assert.DoesNotContain("แนวทางที่เสนอ", await HtmlOf(Plans.MaenathamPlanned()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_data_show_of_the_limitations_is_written()
    {
        var html = await HtmlOf(Plans.MaenathamPlanned());

        Assert.Contains("ไม่มีข้อมูลคะแนนรายข้อ จึงระบุข้อคำถามที่เป็นจุดอ่อนไม่ได้", html, StringComparison.Ordinal);
        Assert.Contains("จาก 17 มาตรการ มีผู้รับผิดชอบเดียวกัน คือ สำนักปลัด", html, StringComparison.Ordinal);
        Assert.Contains("<b>ด้านการบริหารจัดการ</b> <span></span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limitations_and_approval_can_be_left_out()
    {
        var settings = new ReportSettings { Chapters = [new("measures.limitations", false), new("measures.approval", false)] };
        var html = await HtmlOf(Plans.Ekkarat() with { Settings = settings });

        Assert.DoesNotContain("ข้อจำกัดของหน่วยงาน", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ผู้อนุมัติ", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "| |")]
    [InlineData(1, "นักวิเคราะห์||")]
    [InlineData(2, "นักวิเคราะห์|ปลัด|")]
    [InlineData(3, "นักวิเคราะห์|ปลัด|นายก")]
    public void Those_who_sign_a_plan_are_those_of_the_settings(int count, string expected)
    {
        string[] positions = ["นักวิเคราะห์", "ปลัด", "นายก"];
        var settings = new ReportSettings
        {
            Addressee = count == 3 ? "นายก" : null,
            Signatories = [.. positions.Take(count).Select(one => new Signatory(one))],
        };
        var signers = PlanApproval.List(settings);

        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), string.Join('|', signers.Select(one => one.Of.Position)));
        Assert.Equal(["ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ"], signers.Select(one => one.Role));
    }

    private static MeasuresModel PlanOf(int year, Dictionary<string, string> scores)
    {
        var analysis = Examples.Of(year, scores);
        return new(analysis.Result, analysis.Framework, analysis.Thresholds, [], 1, Examples.ComputedAt);
    }

    private static async Task<string> HtmlOf(MeasuresModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
