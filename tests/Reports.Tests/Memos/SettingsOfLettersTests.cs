using Ita.Domain.Frameworks;
using Ita.Domain.Settings;
using Ita.Reports.Documents;
using Ita.Reports.Memos;
using Ita.Reports.Tests.Analysis;
using Ita.Tests;

namespace Ita.Reports.Tests.Memos;

public class SettingsOfLettersTests
{
    private static readonly ReportSettings Set = new()
    {
        Addressee = "ประธาน",
        CircularAddressee = "ทุกกอง",
        Unit = "สำนักปลัด",
        Telephone = "0 2000 0000",
        Address = ["ศาลากลาง"],
        Signatories = [new("ปลัด", "นาง ก"), new("ประธาน", "นาย ข")],
    };

    [Fact]
    public void The_letter_head_precedes_the_settings_field_by_field()
    {
        var head = new LetterHead { Unit = "กองคลัง", Number = "1" };

        var memo = head.ForMemo(Set);
        var circular = head.ForCircular(Set);

        Assert.Equal(("ประธาน", "กองคลัง", "0 2000 0000", "1"), (memo.Addressee, memo.Unit, memo.Telephone, memo.Number));
        Assert.Equal(("ทุกกอง", "ศาลากลาง"), (circular.Addressee, Assert.Single(circular.Address)));
        Assert.Equal(["สำนักปลัด", "โทร.\u00a00\u00a02000\u00a00000"], circular.Contact.AsEnumerable());
        Assert.Equal("กอง", new LetterHead { Contact = ["กอง"] }.ForCircular(Set).Contact.Single());
        Assert.Equal("ผู้อื่น", new LetterHead { Signatories = [new("ผู้อื่น")] }.ForMemo(Set).Signatories.Single().Position);
    }

    [Fact]
    public async Task The_addressee_signs_the_opinion_with_the_name_and_not_above_it()
    {
        var memo = Letters.Memo(ReportKind.Measures);
        var html = (await ReportPage.HtmlAsync(memo with { Head = LetterHead.Blank.ForMemo(Set) })).Plain();
        var opinion = html[html.IndexOf("<section class=\"opinion\">", StringComparison.Ordinal)..];

        Assert.Contains("นาย ข", opinion, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("นาย ข").Length);
    }

    [Fact]
    public async Task Without_contact_a_circular_has_dotted_lines_at_its_foot()
    {
        var circular = Letters.Circular();
        var html = (await ReportPage.HtmlAsync(circular with { Head = circular.Head with { Contact = [] } })).Plain();

        Assert.Contains("ส่วนราชการเจ้าของเรื่อง <span class=\"line\"></span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("เจ้าของเรื่อง", (await ReportPage.HtmlAsync(circular)).Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emblem_is_printed_at_its_place()
    {
        var emblem = new Emblem("image/png", PictureFiles.Png(30, 20));
        string[] pages =
        [
            await ReportPage.HtmlAsync(Letters.Memo(ReportKind.Measures) with { Emblem = emblem }),
            await ReportPage.HtmlAsync(Letters.Circular() with { Emblem = emblem }),
        ];

        Assert.All(pages, html => Assert.Contains("<img alt=\"ตราประจำหน่วยงาน\" src=\"data:image/png;base64,", html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2567, "ข้อ O34")]
    [InlineData(null, null)]
    public async Task A_memo_cites_the_item_that_asks_for_the_plan_where_its_year_is_known(int? year, string? item)
    {
        var framework = year is { } known ? FrameworkCatalogue.BuiltIn.Find(known) : null;
        var html = (await ReportPage.HtmlAsync(Letters.Memo(ReportKind.Measures) with { CarriedOutFramework = framework })).Plain();

        Assert.Equal(item is not null, html.Contains("กำหนดให้หน่วยงานเปิดเผย", StringComparison.Ordinal));
        Assert.Contains(item ?? "2.1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapters_that_are_left_out_are_not_numbered()
    {
        var analysis = Examples.Ekkarat();
        var settings = new ReportSettings
        {
            Chapters = [new("analysis.foreword", false), new("analysis.contents", false), new("analysis.method", false)],
        };
        var (usual, shorter) = (await ReportPage.HtmlAsync(analysis), await ReportPage.HtmlAsync(analysis with { Settings = settings }));

        Assert.Contains("2. ผลการประเมินในภาพรวม", usual, StringComparison.Ordinal);
        Assert.Contains("1. ผลการประเมินในภาพรวม", shorter, StringComparison.Ordinal);
        Assert.All(
            (string[])["<h2>คำนำ", "class=\"contents\"", "หลักการและวิธีการประเมิน"],
            words => Assert.True(usual.Contains(words, StringComparison.Ordinal) && !shorter.Contains(words, StringComparison.Ordinal), words));
    }

    [Fact]
    public async Task The_analysis_says_which_limit_was_used()
    {
        var analysis = Examples.Ekkarat() with { Thresholds = new ReportSettings { LowLimit = 95 }.ToThresholds() };

        Assert.Contains("น้อยกว่า 95.00", (await ReportPage.HtmlAsync(analysis)).Plain(), StringComparison.Ordinal);
        Assert.Contains("ตามเกณฑ์ที่หน่วยงานกำหนด", (await ReportPage.HtmlAsync(analysis)).Plain(), StringComparison.Ordinal);
    }
}
