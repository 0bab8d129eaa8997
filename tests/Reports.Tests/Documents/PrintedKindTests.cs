using System.Text;
using System.Text.RegularExpressions;
using Ita.Reports.Tests.Printing;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Documents;

[Collection(PrinterGroup.Name)]
public class PrintedKindTests(PrinterFixture fixture)
{
    private const string DraftWord = "ร่าง";
    private const int BytesOfTwentyPages = 1_000_000;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task It_is_tagged_titled_small_and_the_same_each_time(string kind)
    {
        var html = await Kinds.RenderAsync(kind);
        var pdf = await fixture.PrintHtmlAsync(html);
        var info = await Poppler.InfoAsync(pdf);

        Assert.Equal("yes", info["Tagged"]);
        Assert.NotEmpty(info["Title"]);
        Assert.InRange(pdf.Length, 1, BytesOfTwentyPages / 20 * Math.Max(20, int.Parse(info["Pages"], CultureInfo.InvariantCulture)));
        Assert.Equal(pdf, await fixture.PrintAnewAsync(html));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Its_only_font_is_Sarabun_which_is_embedded(string kind)
    {
        var fonts = await Poppler.FontsAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind, new(Reports.Text.Digits.Thai))));

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Sarabun-\w+ .* yes yes yes ", font));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task No_page_is_empty_or_shows_part_of_the_next(string kind)
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind)))).Split('\f')[..^1]
            .Select(page => page.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList()).ToList();

        Assert.All(pages, lines => Assert.True(lines.Count > 3, $"An empty page: {string.Join(" | ", lines)}"));
        Assert.All(
            pages,
            lines => Assert.True(lines[^2].Count(char.IsLetter) > 1 || lines[^2].Any(char.IsAsciiDigit), $"A sliver at the foot: '{lines[^2]}'"));
    }

    /// <summary>Text outside the paper is not drawn, so its words are missing from the page cropped to the paper.</summary>
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Nothing_is_printed_outside_the_paper(string kind)
    {
        var pdf = await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind));
        string[] paper = ["-x", "0", "-y", "0", "-W", "595", "-H", "842"];

        Assert.Equal(Letters(await Poppler.TextAsync(pdf)), Letters(await Poppler.TextAsync(pdf, paper)));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_seal_is_on_one_page(string kind)
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind)))).Split('\f');

        Assert.Single(
            pages,
            page => page.Contains("การตรวจสอบเอกสาร", StringComparison.Ordinal) && page.Contains(Kinds.Seal.Id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Every_page_of_a_draft_and_no_page_of_a_published_report_has_the_word_draft(string kind)
    {
        Assert.All(await PagesAsync(kind, isDraft: true), page => Assert.Contains(DraftWord, page, StringComparison.Ordinal));
        if (kind.StartsWith("check", StringComparison.Ordinal))
        {
            // Its own title has the word.
            return;
        }

        Assert.All(await PagesAsync(kind, isDraft: false), page => Assert.DoesNotContain(DraftWord, page, StringComparison.Ordinal));
        Assert.DoesNotContain(DraftWord, await Kinds.RenderAsync(kind), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measures, longest")]
    [InlineData("analysis, longest")]
    [InlineData("follow-up, longest")]
    [InlineData("analysis of 003")]
    public async Task Running_heads_are_on_one_line(string kind)
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind)))).Split('\f')[1..^1];

        // Nothing of a head is on the second line of a page.
        Assert.All(pages, page => Assert.Matches(@"^[^\n]*องค์การบริหาร[^\n]* พ\.ศ\. 25\d\d\n", page));
    }

    [Fact]
    public async Task The_number_of_a_measure_is_on_one_line()
    {
        var text = await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync("follow-up, longest", new(Digits.Thai))));
        var table = text[text.IndexOf("ความก้าวหน้ารายมาตรการ", StringComparison.Ordinal)..];

        // Thai digits are the wider ones.
        Assert.All(
            Enumerable.Range(9, 32),
            number => Assert.Matches($@"\n *{ThaiDigits.InText(number.ToString(CultureInfo.InvariantCulture))} +\S", table));
    }

    [Theory]
    [InlineData("analysis of 003")]
    [InlineData("analysis, longest")]
    public async Task What_is_to_be_done_about_a_score_is_on_one_line(string kind) =>
        Assert.DoesNotMatch(@"แก้ไข *\n", await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind))));

    [Theory]
    [InlineData("memo on measures")]
    [InlineData("memo on follow-up")]
    public async Task The_second_page_of_a_memo_has_its_number_in_the_middle_and_no_running_head(string kind)
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind, new(Digits.Thai))))).Split('\f');

        Assert.Matches(@"^\s+– ?๒ ?–\n", pages[1]);
        Assert.DoesNotMatch("หน้า [๐-๙]+ จาก|บันทึกข้อความ", pages[1]);
        Assert.DoesNotMatch("– ?๑ ?–", pages[0]);
    }

    [Theory]
    [InlineData("analysis of 003")]
    [InlineData("follow-up with pictures")]
    [InlineData("summary of four types")]
    public async Task Every_figure_has_an_alternative_text(string kind)
    {
        var pdf = Encoding.Latin1.GetString(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind)));
        var figures = Regex.Matches(pdf, @"<</Type /StructElem\n/S /Figure\n.*?>>\s*endobj", RegexOptions.Singleline);

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains("/Alt", figure.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thai_text_is_extracted_in_reading_order()
    {
        var text = Letters(await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync("memo on measures"))));

        Assert.Contains("จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็นชอบ", text, StringComparison.Ordinal);
        Assert.Contains("ส่วนราชการสำนักปลัดองค์การบริหารส่วนตำบลเอกราช", text, StringComparison.Ordinal);
        Assert.Contains("ที่วันที่", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_four_pictures_are_printed_per_page()
    {
        var pages = await Poppler.PicturesAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync("follow-up with pictures")));

        Assert.Equal(6, pages.Count);
        Assert.All(pages.CountBy(page => page), page => Assert.InRange(page.Value, 1, 4));
    }

    private async Task<string[]> PagesAsync(string kind, bool isDraft) =>
        (await Poppler.TextAsync(await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind, new(IsDraft: isDraft))))).Split('\f')[..^1];

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
