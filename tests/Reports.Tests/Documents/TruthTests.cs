using Ita.Reports.Documents;
using Ita.Reports.Measures;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Measures;
using Ita.Reports.Tests.Memos;

namespace Ita.Reports.Tests.Documents;

/// <summary>No sentence of a document is false, contradicts a table or speaks to those who prepare it; on the data of the seed documents.</summary>
public class TruthTests
{
    private const string Impossible =
        "คะแนนรวมตามประกาศ (96.52) สูงกว่าคะแนนสูงสุดที่เป็นไปได้จากคะแนนรายตัวชี้วัด (95.46) ควรตรวจสอบกับต้นเรื่อง";

    /// <summary>Seed 000 names the issue of each measure, and indicator 4 belongs to issue 4.</summary>
    [Fact]
    public async Task A_plan_by_issues_answers_the_weaknesses_of_its_issues()
    {
        var plan = await PageOf(Plans.MaenathamPlanned());
        var memo = await PageOf(Letters.Memo(ReportKind.Measures, Plans.MaenathamPlanned()));
        var check = await PageOf(Plans.Check(Plans.MaenathamPlanned()));

        Assert.All([plan, memo], page => Assert.Contains("จำนวน 17 มาตรการ ซึ่งรองรับรายการที่ต่ำกว่าเกณฑ์ครบทุกรายการ", page, StringComparison.Ordinal));
        Assert.All([plan, memo, check], page => Assert.DoesNotContain("ไม่มีมาตรการ", page, StringComparison.Ordinal));
        Assert.DoesNotContain("ยังไม่ได้กำหนดมาตรการ", plan, StringComparison.Ordinal);
        Assert.Contains("มาตรการรองรับรายการที่ต่ำกว่าเกณฑ์ครบทุกรายการ", check, StringComparison.Ordinal);
    }

    /// <summary>Seed 002 states 96.52; without indicators 1 and 9 no more than 95.46 is possible.</summary>
    [Fact]
    public async Task An_impossible_total_stands_in_no_document_without_its_contradiction()
    {
        var plan = Plans.NarathiwatPlanned();
        foreach (var page in new[]
        {
            await PageOf(Examples.Narathiwat()),
            await PageOf(plan),
            await PageOf(Letters.Memo(ReportKind.Measures, plan)),
            await PageOf(Letters.Memo(ReportKind.Analysis, plan)),
        })
        {
            Assert.Contains(Impossible, page, StringComparison.Ordinal);
            Assert.DoesNotContain("ซึ่งเป็นไปตามค่าเป้าหมาย", page, StringComparison.Ordinal);
            Assert.DoesNotContain("ไม่ขัดกับคะแนนที่มีอยู่", page, StringComparison.Ordinal);
            Assert.DoesNotContain("อยู่ในระดับ “ผ่านดี”", page, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Official =>
        [.. Kinds.Every.Where(kind => !kind.StartsWith("check", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Official))]
    public async Task No_document_has_the_wordings_that_officers_refused(string kind)
    {
        var page = (await Kinds.RenderAsync(kind)).Between("<main>", "</main>").Plain();

        Assert.DoesNotMatch(
            "คือ รายการที่ได้คะแนน|ประเด็นหนึ่งไม่ดีกว่า|รายการหนึ่งอาจอยู่|ไม่มีรายการข้อคำถามจำแนก|ซึ่งเป็นไปได้ตามคะแนนที่มี|ไม่เข้าเงื่อนไขของระดับ"
                + "|ขีดบนมาตร|คำนวณย้อนกลับ|ตามข้อมูลที่ได้รับ|สำหรับ [IEO][0-9]|จำนวน 0 มาตรการ|ส่วนที่ไม่ได้ประมวลผล|ทดสอบไม่ได้",
            page);
    }

    [Theory]
    [MemberData(nameof(Official))]
    public async Task No_official_document_speaks_to_those_who_prepare_it(string kind)
    {
        var page = (await Kinds.RenderAsync(kind)).Between("<main>", "</main>");

        Assert.DoesNotMatch("โปรดเพิ่ม|โปรดตรวจสอบ|ในไฟล์|rules\\.|u-20261120|xlsx|เลขที่นำเข้า|ไม่ได้ตอบข้อบกพร่อง|ระบุรายละเอียดไม่ครบ", page);
    }

    /// <summary>13 of 18 items of issue 1 have no score.</summary>
    [Fact]
    public async Task Items_without_a_score_are_not_said_to_be_above_the_line()
    {
        var codes = new[] { "I1", "I2", "I3", "I4", "I5" };
        var analysis = Examples.Of(2566, codes.ToDictionary(code => code, _ => "90.00"));
        var plan = await PageOf(new MeasuresModel(analysis.Result, analysis.Framework, analysis.Thresholds, [], 1, Examples.ComputedAt));
        var issue = plan.Between("<h3>2.1", "<h3>2.2");

        Assert.DoesNotContain("ไม่พบข้อที่ได้คะแนนน้อยกว่า", plan, StringComparison.Ordinal);
        Assert.Contains("ข้อที่มีคะแนน 5 ข้อ ได้ตั้งแต่ 85 คะแนนขึ้นไปทุกข้อ ส่วนอีก 13 ข้อไม่มีคะแนน", issue, StringComparison.Ordinal);
        Assert.Contains("ส่วนอีก 13 ข้อไม่มีคะแนน", (await PageOf(analysis)).Between("<h3>7.1", "<h3>7.2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportMention.Memo)]
    [InlineData(ReportMention.Plan)]
    public async Task Indicators_without_a_score_are_counted_apart(ReportMention mention)
    {
        var plan = Plans.NarathiwatPlanned();
        var page = await PageOf(mention == ReportMention.Memo ? Letters.Memo(ReportKind.Measures, plan) : plan);

        Assert.Contains(
            "ตัวชี้วัดที่มีคะแนน 8 ตัวชี้วัด ได้ตั้งแต่ 85 คะแนนขึ้นไปทุกตัวชี้วัด ส่วนอีก 2 ตัวชี้วัดไม่มีคะแนน", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ไม่พบ", page, StringComparison.Ordinal);
    }

    public enum ReportMention
    {
        Memo,
        Plan,
    }

    private static async Task<string> PageOf(ReportModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
