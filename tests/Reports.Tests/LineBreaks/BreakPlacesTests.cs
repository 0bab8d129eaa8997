using System.Text.RegularExpressions;
using Ita.Reports.LineBreaks;
using Ita.Reports.Tests.Documents;
using Ita.Reports.Tests.Printing;

namespace Ita.Reports.Tests.LineBreaks;

[Collection(PrinterGroup.Name)]
public class BreakPlacesTests(PrinterFixture fixture)
{
    [Theory]
    [InlineData("<p>ผู้อำนวยการกองคลัง</p>", "<p><span class=\"th\">ผู้อำนวยการ<wbr>กองคลัง</span></p>")]
    [InlineData("<p> กองคลัง <b>กองช่าง</b></p>", "<p> <span class=\"th\">กองคลัง</span> <b><span class=\"th\">กองช่าง</span></b></p>")]
    [InlineData("<td>กองคลัง/กองช่าง</td>", "<td><span class=\"th\">กองคลัง/<wbr>กองช่าง</span></td>")]
    [InlineData("<td>ข้อ 8 ได้ 85.00 คะแนน</td>", "<td><span class=\"th\">ข้อ 8 <wbr>ได้ <wbr>85.00 คะแนน</span></td>")]
    [InlineData("<table>1 ตุลาคม 2566 ถึง</table>", "<table><span class=\"th\">1 ตุลาคม <wbr>2566 <wbr>ถึง</span></table>")]
    [InlineData("<p>30 พฤศจิกายน 2566 ถึง</p>", "<p><span class=\"th\">30 พฤศจิกายน 2566 <wbr>ถึง</span></p>")]
    [InlineData("<td>พ.ศ. ๒๕๖๖ กองคลัง</td>", "<td><span class=\"th\">พ.ศ. ๒๕๖๖ <wbr>กองคลัง</span></td>")]
    [InlineData("<td>https://www.example.go.th/</td>", "<td>https://www.example.go.th/</td>")]
    [InlineData(
        "<td>ดู https://www.example.go.th/ ได้</td>",
        "<td><span class=\"th\">ดู <wbr></span>https://www.example.go.th/<span class=\"th\"> <wbr>ได้</span></td>")]
    [InlineData("<td>&quot;กองคลัง&quot;</td>", "<td>&quot;<span class=\"th\">กองคลัง</span>&quot;</td>")]
    [InlineData(
        "<title>กองคลัง</title><code>กองคลัง</code><svg><text>กองคลัง</text></svg>",
        "<title>กองคลัง</title><code>กองคลัง</code><svg><text>กองคลัง</text></svg>")]
    public void A_line_may_be_broken_at_the_marks_only(string html, string marked) => Assert.Equal(marked, BreakPlaces.InPrint(html));

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void A_page_is_marked_where_its_text_is_long(int letters, bool isMarked) =>
        Assert.Equal(isMarked, BreakPlaces.OnPage($"<p>{new string('ก', letters)}</p>").Contains("<wbr>", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Marks_change_no_letter(string kind)
    {
        var html = await Kinds.RenderAsync(kind);

        Assert.Equal(html, Unmarked(BreakPlaces.InPrint(html)));
        Assert.Equal(html, Unmarked(BreakPlaces.OnPage(html)));
    }

    /// <summary>Printed in columns of every width that tables have; what a line holds is what was joined for it.</summary>
    [Theory]
    [InlineData("2.2cm")]
    [InlineData("2.6cm")]
    [InlineData("3.1cm")]
    [InlineData("4cm")]
    public async Task Printed_lines_end_between_words(string width)
    {
        string[] texts =
        [
            "ผู้อำนวยการ|กองคลัง", "ผู้อำนวยการ|กองช่าง", "หัวหน้าสำนักปลัด", "นักวิชาการ|เงินและบัญชี", "เจ้าพนักงาน|ธุรการ",
            "องค์การบริหาร|ส่วนตำบล|แมดนาท่ม", "นักวิเคราะห์|นโยบายและแผน|ชำนาญการ", "ผู้รับผิดชอบ|ขั้นตอน|การดำเนินงาน|แล้วเสร็จ",
        ];
        var cells = string.Concat(texts.Select(text => $"<tr><td>{text.Replace("|", "", StringComparison.Ordinal)}</td></tr>"));
        var pdf = await fixture.PrintAsync($"<table style=\"table-layout:fixed;width:{width}\">{cells}</table>");
        var lines = (await Poppler.TextAsync(pdf, "-raw")).Split('\n').Select(Letters).Where(line => line.Length > 0).ToList();

        Assert.Equal(string.Concat(texts).Replace("|", "", StringComparison.Ordinal), string.Concat(lines));
        Assert.All(lines, line => Assert.Contains(texts, text => Lines(text).Contains(line)));
    }

    // Every run of neighbouring parts.
    private static IEnumerable<string> Lines(string text)
    {
        var parts = text.Split('|');
        return from start in Enumerable.Range(0, parts.Length)
               from end in Enumerable.Range(start + 1, parts.Length - start)
               select string.Concat(parts[start..end]);
    }

    private static string Letters(string line) => string.Concat(line.Where(letter => !char.IsWhiteSpace(letter) && letter != '\f'));

    private static string Unmarked(string html) =>
        Regex.Replace(html.Replace("<wbr>", "", StringComparison.Ordinal), "<style>\\.th\\{.*?</style>|<span class=\"th\">([^<]*)</span>", "$1");
}
