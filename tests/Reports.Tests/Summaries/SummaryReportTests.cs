using Ita.Domain;
using Ita.Reports.Summaries;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Summaries;

public class SummaryReportTests
{
    [Fact]
    public async Task The_year_beside_the_year_before() =>
        Golden.Matches((await HtmlOf(Provinces.Chanthaburi())).Between("<h2>1.", "</section>"), "html");

    [Fact]
    public async Task Ratings_counted_against_the_year_before() =>
        Golden.Matches((await HtmlOf(Provinces.Chanthaburi())).Between("<h2>2.", "</table>"), "html");

    [Fact]
    public async Task Agencies_without_a_total_are_listed_with_their_reason() =>
        Golden.Matches((await HtmlOf(Provinces.Chanthaburi())).Between("<caption>หน่วยงานที่ไม่ประมวลผลคะแนนรวม", "</table>"), "html");

    [Fact]
    public async Task Agencies_without_data_are_listed_apart_from_those_not_processed_and_those_withheld()
    {
        var html = await HtmlOf(Provinces.WithoutTotals());

        Assert.Contains(
            "ไม่มีคะแนนรวม 6 หน่วยงาน (ไม่ประมวลผล 1 หน่วยงาน ไม่มีข้อมูลหรือข้อมูลไม่ครบ 3 หน่วยงาน ไม่เปิดเผย 2 หน่วยงาน)",
            html, StringComparison.Ordinal);
        Assert.Equal(["หน่วยงานตัวอย่างที่ 1"], ListedIn(html, "หน่วยงานที่ไม่ประมวลผลคะแนนรวมตามเงื่อนไขของการประเมิน"));
        Assert.Equal(
            ["หน่วยงานตัวอย่างที่ 2", "หน่วยงานตัวอย่างที่ 4", "หน่วยงานตัวอย่างที่ 6"],
            ListedIn(html, "หน่วยงานที่ไม่มีข้อมูลคะแนนรวมหรือข้อมูลไม่ครบ"));
        Assert.Equal(["หน่วยงานตัวอย่างที่ 3", "หน่วยงานตัวอย่างที่ 5"], ListedIn(html, "หน่วยงานที่ไม่เปิดเผยคะแนนรวม"));
    }

    [Fact]
    public async Task Ratings_with_other_names_are_not_compared()
    {
        var html = await HtmlOf(Provinces.OneType());

        Assert.Contains("จึงแสดงแยกกันและไม่เปรียบเทียบจำนวนรายระดับ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("จำแนกตามประเภทหน่วยงาน", html, StringComparison.Ordinal);
        Assert.Contains("<h2>4. หน่วยงานที่ได้คะแนนสูงสุดและต่ำสุด</h2>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_total_there_is_no_mean_and_no_share()
    {
        var html = await HtmlOf(Provinces.Empty());

        Assert.DoesNotContain("ค่าเฉลี่ยของคะแนนรวมเท่ากับ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("คิดเป็นร้อยละ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>5.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_target_none_is_mentioned() => Assert.DoesNotContain(
        "ค่าเป้าหมาย",
        await HtmlOf(Provinces.Nation() with { ShareTarget = null }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.01, "เป็นไปตามค่าเป้าหมาย")]
    [InlineData(0.00, "เป็นไปตามค่าเป้าหมาย")]
    [InlineData(0.01, "ยังไม่ถึงค่าเป้าหมาย")]
    public async Task A_share_on_the_target_reaches_it(double above, string said)
    {
        var model = Provinces.Nation();
        var target = Rounding.ToShown(model.Summary.Now.Share!.Value) + (decimal)above;

        Assert.Contains(
            $" {said}ไม่น้อยกว่าร้อยละ {ThaiNumber.Plain(target)}", await HtmlOf(model with { ShareTarget = target }), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ListedIn(string html, string caption) => System.Text.RegularExpressions.Regex
        .Matches(html.Between($"<caption>{caption}</caption>", "</table>"), "<th scope=\"row\">([^<]*)</th>").Select(match => match.Groups[1].Value);

    private static async Task<string> HtmlOf(SummaryModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
