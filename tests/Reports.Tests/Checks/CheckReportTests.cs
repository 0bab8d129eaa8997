using Ita.Reports.Documents;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Measures;
using Ita.Reports.Tests.Memos;

namespace Ita.Reports.Tests.Checks;

public class CheckReportTests
{
    /// <summary>Seed 001 names neither issues nor items.</summary>
    [Fact]
    public async Task A_plan_that_does_not_say_what_it_answers_is_not_checked()
    {
        Assert.Contains(
            "แผนไม่ได้ระบุข้อคำถามที่มาตรการรองรับ จึงไม่ได้ตรวจความครอบคลุม",
            await PageOf(Plans.Check(Plans.TharaePlanned())),
            StringComparison.Ordinal);
        foreach (var page in new[]
        {
            await PageOf(Plans.TharaePlanned()),
            await PageOf(Letters.Memo(ReportKind.Measures, Plans.TharaePlanned())),
        })
        {
            Assert.DoesNotContain("ครบทุกรายการ", page, StringComparison.Ordinal);
            Assert.DoesNotContain("ไม่มีมาตรการ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_check_sheet_lists_errors_first_and_missing_items_in_one_row()
    {
        var scores = Enumerable.Range(1, 9).ToDictionary(number => $"IND{number}", _ => "90.00");
        (scores["TOTAL"], scores["I1"], scores["O1"]) = ("99.90", "90.00", "100");
        var model = Examples.Of(2566, scores);
        var missing = model.Result.Findings.Where(finding => finding.Code == "item-missing").ToList();

        var rows = (await PageOf(Plans.Check(new(model.Result, model.Framework, model.Thresholds, [], 1, Examples.ComputedAt))))
            .Between("<h2>1.", "</section>").Split("<tr>").Skip(2).ToList();

        Assert.True(missing.Count > 20);
        Assert.Single(rows, row => row.Contains("ไม่มีคะแนนของข้อ", StringComparison.Ordinal));
        Assert.Contains($"{missing.Count} ข้อ", rows[^1], StringComparison.Ordinal);
        Assert.Equal(
            rows.Select(row => row.Contains("ต้องแก้ไข", StringComparison.Ordinal)).OrderDescending(),
            rows.Select(row => row.Contains("ต้องแก้ไข", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_check_sheet_has_what_the_official_documents_leave_out()
    {
        var page = await PageOf(Plans.Check(Plans.Ekkarat()));

        Assert.All(
            (string[])["คะแนน ITA.xlsx", "u-20261120-01", "2566.1", "จำนวน 12 รายการ จากทั้งหมด 21 รายการ", "ไม่ได้ระบุการกำกับติดตาม"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    private static async Task<string> PageOf(ReportModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
