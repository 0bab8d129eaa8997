using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Appeals;

public class AppealsReportTests
{
    [Fact]
    public async Task The_record_has_each_comment_with_its_items_answer_new_score_and_history()
    {
        var page = (await ReportPage.HtmlAsync(Records.Three())).Plain();

        Assert.All(
            (string[])
            [
                "จำนวน 3 ความเห็น ได้แก่ รับแล้ว 1 ความเห็น ไม่รับ 1 ความเห็น สิ้นสุดโดยไม่มีคำตอบ 1 ความเห็น",
                "รับความเห็นตั้งแต่วันที่ 1 กรกฎาคม 2567 ถึงวันที่ 14 กรกฎาคม 2567 และตอบภายในวันที่ 31 กรกฎาคม 2567",
                "ข้อ O10 ", "https://www.example.go.th/ita/2567/o10", "พบหลักฐานตามที่อยู่ที่แจ้ง",
                "ข้อ O10 เป็น 100.00 ในผลฉบับที่ 2", "ข้อมูลที่เผยแพร่เป็นของปีก่อน",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_of_an_agency_without_comments_states_that_there_are_none()
    {
        var page = (await ReportPage.HtmlAsync(Records.None())).Plain();

        Assert.Contains("หน่วยงานไม่ได้ส่งความเห็นต่อผลการประเมิน", page, StringComparison.Ordinal);
        Assert.DoesNotContain("รับความเห็นตั้งแต่", page, StringComparison.Ordinal);
    }
}
