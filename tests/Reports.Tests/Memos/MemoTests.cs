using Ita.Domain.Improvement;
using Ita.Reports.Documents;
using Ita.Reports.Memos;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Memos;

public class MemoTests
{
    [Fact]
    public async Task A_memo_has_its_fields_facts_and_considerations() =>
        Golden.Matches((await HtmlOf(ReportKind.Measures)).Between("<header", "<p class=\"close\">"), "html");

    [Fact]
    public async Task A_signature_is_blank_lines_over_a_position() =>
        Golden.Matches((await HtmlOf(ReportKind.Measures)).Between("<div class=\"signatures\">", "หัวหน้าสำนักปลัด"), "html");

    [Fact]
    public async Task A_follow_up_memo_says_how_far_the_measures_are() => Assert.Contains(
        "2.4 ผลการดำเนินการ ข้อมูล ณ วันที่ 2 พฤษภาคม 2567 ดำเนินการแล้วเสร็จ 0 มาตรการ อยู่ระหว่างดำเนินการ 0 มาตรการ และ ยังไม่เริ่มดำเนินการ 7 มาตรการ "
            + "ความก้าวหน้าเฉลี่ยร้อยละ 0 รอบ 6 เดือน รายงานแล้ว 0 มาตรการ เกินกำหนดรายงาน 7 มาตรการ (เอกสารแนบ 3)",
        await HtmlOf(ReportKind.FollowUp),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("analysis", "memo", 2)]
    [InlineData("measures", "memo", 3)]
    [InlineData("follow-up", "follow-up-memo", 3)]
    public async Task A_memo_cites_the_documents_that_go_with_it(string about, string kind, int attachments)
    {
        var memo = Letters.Memo(ReportKind.Find(about)!);
        var html = (await ReportPage.HtmlAsync(memo)).Plain();

        Assert.Equal(kind, memo.Kind.Code);
        Assert.All(Enumerable.Range(1, attachments), number => Assert.Contains($"(เอกสารแนบ {number})", html, StringComparison.Ordinal));
        Assert.DoesNotContain($"(เอกสารแนบ {attachments + 1})", html, StringComparison.Ordinal);
        Assert.Contains($"({attachments}) ", html.Between("<p class=\"flush attached\">เอกสารแนบ", "</p>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Done 100, Started 40", "ดำเนินการแล้วเสร็จ 1 มาตรการ อยู่ระหว่างดำเนินการ 1 มาตรการ และ ยังไม่เริ่มดำเนินการ 0 มาตรการ ความก้าวหน้าเฉลี่ยร้อยละ 70")]
    [InlineData("Done 100, Started 40, Cancelled 10", "ยังไม่เริ่มดำเนินการ 0 มาตรการ และ ยกเลิก 1 มาตรการ ความก้าวหน้าเฉลี่ยร้อยละ 70")]
    [InlineData("Cancelled 10", "ไม่มีมาตรการที่อยู่ระหว่างการติดตาม")]
    public async Task A_cancelled_measure_does_not_count_as_progress(string measures, string said)
    {
        var memo = Letters.Memo(ReportKind.FollowUp);
        var sent = measures.Split(", ").Select(text => text.Split(' ')).Select((state, place) => memo.Measures[place] with
        {
            Status = Enum.Parse<MeasureStatus>(state[0]),
            Percent = decimal.Parse(state[1], CultureInfo.InvariantCulture),
        });

        Assert.Contains(said, (await ReportPage.HtmlAsync(memo with { Measures = [.. sent] })).Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_are_lines_to_write_on()
    {
        var memo = Letters.Memo(ReportKind.Analysis);
        var unknown = memo.Result with { Agency = memo.Result.Agency with { Name = "สำนักตัวอย่าง", Type = null } };
        memo = memo with { Result = unknown };
        var html = (await ReportPage.HtmlAsync(memo with { Head = LetterHead.Blank })).Plain();

        Assert.Contains("<b>ที่</b> <span></span>", html, StringComparison.Ordinal);
        Assert.Contains("ตำแหน่ง <span class=\"line\"></span>", html, StringComparison.Ordinal);
        Assert.Contains($"<b>ส่วนราชการ</b> <span>{memo.Result.Agency.Title}</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_entered_by_the_clerk_replace_the_default_texts()
    {
        var head = new LetterHead
        {
            Addressee = "ท่านประธาน",
            Subject = "ขอส่งแผน",
            Number = "อท 1/2567",
            Date = new(2024, 3, 1),
            Signatories = [new("ปลัด", "นายตัวอย่าง ทดสอบ")],
            CopiesTo = ["กองคลัง"],
        };
        var html = (await ReportPage.HtmlAsync(Letters.Memo(ReportKind.Analysis) with { Head = head })).Plain();

        Assert.All(
            (string[])
            [
                "<b>เรียน</b> ท่านประธาน", "<span>ขอส่งแผน</span>", "<span>อท 1/2567</span>",
                "<span>1 มีนาคม 2567</span>", "<dt>สำเนาส่ง</dt><dd>กองคลัง</dd>",
            ],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.Contains("(นายตัวอย่าง ทดสอบ)", html.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circular_letter_has_its_fields_and_the_code_of_the_report()
    {
        var html = (await ReportPage.HtmlAsync(Letters.Circular())).Plain();

        Assert.Contains("aria-label=\"คิวอาร์โค้ดไปยังรายงานฉบับเผยแพร่\"", html, StringComparison.Ordinal);
        Golden.Matches(html.Between("<div class=\"letter-head\">", "</dl>"), "html");
    }

    [Fact]
    public async Task Without_an_address_for_readers_a_circular_letter_has_no_code_and_does_not_mention_one()
    {
        var html = (await ReportPage.HtmlAsync(Letters.Circular() with { ReportUrl = null })).Plain();

        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("คิวอาร์โค้ด", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_of_the_emblem_is_white() =>
        Assert.All(
            [await HtmlOf(ReportKind.Measures), await ReportPage.HtmlAsync(Letters.Circular())],
            html => Assert.Matches("<div class=\"garuda[a-z ]*\" aria-hidden=\"true\"></div>", html));

    [Fact]
    public async Task An_impossible_date_is_a_line_to_write_on()
    {
        var head = new LetterHead { Date = default(DateOnly) };

        Assert.Contains(
            "<b>วันที่</b> <span></span>",
            (await ReportPage.HtmlAsync(Letters.Memo(ReportKind.Analysis) with { Head = head })).Plain(), StringComparison.Ordinal);
        Assert.Matches(
            "letter-date\">\\s*<span class=\"line\"></span>", (await ReportPage.HtmlAsync(Letters.Circular() with { Head = head })).Plain());
    }

    private static async Task<string> HtmlOf(ReportKind about) => (await ReportPage.HtmlAsync(Letters.Memo(about))).Plain();
}
