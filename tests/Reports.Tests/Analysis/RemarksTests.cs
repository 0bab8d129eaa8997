using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Ita.Domain.Frameworks;
using Ita.Domain.Remarks;
using Ita.Reports.Analysis;
using Ita.Reports.Rendering;
using Ita.Reports.Word;

namespace Ita.Reports.Tests.Analysis;

public class RemarksTests
{
    private const string Heading = "ข้อคิดเห็นและข้อเสนอแนะ";

    private static readonly AnalysisModel Model = Examples.Ekkarat();

    [Fact]
    public async Task A_document_without_remarks_has_no_section_for_them()
    {
        var plain = await ReportPage.HtmlAsync(Model);

        Assert.DoesNotContain(Heading, plain, StringComparison.Ordinal);
        Assert.Equal(plain, await ReportPage.HtmlAsync(With([.. Enumerable.Range(0, 4).Select(one => new Remark("IIT", $"ข้อความ {one}", "I1"))])));
    }

    [Fact]
    public async Task Remarks_are_grouped_by_issue_and_then_by_indicator_in_the_order_of_the_framework()
    {
        var section = await SectionAsync(
            new("OIT", "ไม่พบข้อมูล", "IND10"), new("OIT", "ควรแก้ระบบ", null, 2), new("OIT", "ควรปรับปรุง <b>", "O1", 1), new("OIT", "ครบถ้วน", "O2", 1));

        var issues = Model.Framework.Issues;
        string[] order =
        [
            $">ประเด็นที่\u00a01 {issues[0].Title}</h3>", "O1</span> ควรปรับปรุง <b></li>", "O2</span> ครบถ้วน</li>",
            $">ประเด็นที่\u00a02 {issues[1].Title}</h3>", "OIT</span> ควรแก้ระบบ</li>",
            $">ตัวชี้วัดที่\u00a010 {Model.Framework.Indicator(10).NameTh}</h3>", "OIT ตัวชี้วัดที่\u00a010</span> ไม่พบข้อมูล</li>",
        ];
        var shown = WebUtility.HtmlDecode(section);
        var places = order.Select(text => shown.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain("<b>", section, StringComparison.Ordinal);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("OIT 4 ข้อ", section, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, "และอีก 1 ข้อ")]
    [InlineData(25, "และอีก 15 ข้อ")]
    public async Task A_group_lists_ten_remarks_and_says_how_many_more_there_are(int count, string? more)
    {
        var section = await SectionAsync([.. Enumerable.Range(0, count).Select(one => new Remark("EIT", $"ข้อความ {one:00}", "E1"))]);

        Assert.Equal(Math.Min(count, 10), section.Split("<li>").Length - 1);
        Assert.Equal(more is not null, section.Contains("และอีก", StringComparison.Ordinal));
        Assert.Contains(more ?? "", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_of_fewer_than_five_respondents_are_counted_and_not_shown()
    {
        var section = await SectionAsync([new("OIT", "ครบถ้วน", "O1"), .. Enumerable.Range(0, 4).Select(one => new Remark("IIT", $"ลับ {one}", "I1"))]);

        Assert.Contains("IIT 4 ข้อ OIT 1 ข้อ", section, StringComparison.Ordinal);
        Assert.Contains("ไม่แสดงข้อคิดเห็นจากแบบวัด IIT เพราะมีน้อยกว่า 5 ข้อ", section, StringComparison.Ordinal);
        Assert.DoesNotContain("ลับ", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_is_numbered_and_those_behind_it_follow()
    {
        static string[] Headings(string html) => [.. html.Split("<h2").Skip(1).Select(part => part.Split('>', 2)[1].Split('<')[0])];

        var (without, with) = (Headings(await ReportPage.HtmlAsync(Model)), Headings(await ReportPage.HtmlAsync(With(new Remark("OIT", "ก", "O1")))));

        var place = Array.FindIndex(with, one => one.Contains(Heading, StringComparison.Ordinal));
        Assert.Equal($"{place + 1 - with.TakeWhile(one => !one.StartsWith("1.", StringComparison.Ordinal)).Count()}. {Heading}", with[place]);
        Assert.Equal(without.Select(TitleOf), with.Where((_, at) => at != place).Select(TitleOf));
        Assert.Equal(with.Length, with.Distinct().Count());

        static string TitleOf(string heading) => heading.Split(". ", 2)[^1];
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agency_can_leave_the_section_out(bool isPrinted)
    {
        var chosen = With(new Remark("OIT", "ครบถ้วน", "O1")) with { Settings = new() { Chapters = [new("analysis.remarks", isPrinted)] } };

        Assert.Equal(isPrinted, (await ReportPage.HtmlAsync(chosen)).Contains(Heading, StringComparison.Ordinal));
        Assert.Equal(isPrinted, (await ReportPage.HtmlAsync(chosen)).Contains("ครบถ้วน</li>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Word_file_has_the_same_remarks()
    {
        var report = await Report.RenderAsync(With(new Remark("OIT", "นาย[ชื่อบุคคล] ตอบช้า", "O1")), new());

        using var file = WordprocessingDocument.Open(new MemoryStream(WordFile.Create(report)), isEditable: false);
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;

        Assert.Contains("นาย[ชื่อบุคคล] ตอบช้า", text.Replace("\u200b", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(Heading, text.Replace("\u200b", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static AnalysisModel With(params Remark[] remarks) => Model with { Remarks = RemarkSet.Create(Model.Framework, remarks) };

    private static async Task<string> SectionAsync(params Remark[] remarks) =>
        (await ReportPage.HtmlAsync(With(remarks))).Between($". {Heading}</h2>", "</section>");
}
