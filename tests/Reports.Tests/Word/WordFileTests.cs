using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Ita.Reports.Documents;
using Ita.Reports.Rendering;
using Ita.Reports.Tests.Documents;
using Ita.Reports.Text;
using Ita.Reports.Word;

namespace Ita.Reports.Tests.Word;

/// <summary>Every kind of document as a Word file.</summary>
public sealed partial class WordFileTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task It_is_valid(string kind)
    {
        using var file = Open(await CreateAsync(kind, new()));

        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file);

        Assert.Equal([], faults.Select(fault => $"{fault.Path?.XPath} {fault.Description}"));
    }

    /// <summary>The page without the seal, whose text the PDF has.</summary>
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Its_text_and_figures_are_those_of_the_page(string kind)
    {
        foreach (var digits in new[] { Digits.Arabic, Digits.Thai })
        {
            var report = await Kinds.ReportAsync(kind, new(digits));
            using var file = Open(WordFile.Create(report));

            Assert.Equal(TextOf(report), TextOf(file));
        }
    }

    [Theory]
    [InlineData("analysis of 003")]
    [InlineData("memo on analysis")]
    public async Task The_same_report_gives_the_same_file(string kind) =>
        Assert.Equal(await CreateAsync(kind, new()), await CreateAsync(kind, new()));

    [Fact]
    public async Task It_has_heading_styles_a_table_of_contents_captions_with_numbers_and_repeated_headers()
    {
        using var file = Open(await CreateAsync("analysis of 003", new()));
        var body = file.MainDocumentPart!.Document!.Body!;

        Assert.Contains(body.Descendants<FieldCode>(), code => code.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.True(Styled(body, "Heading1").Count() > 5);
        Assert.True(Styled(body, "Heading2").Count() > 5);
        Assert.Equal(
            Styled(body, "Caption").Count(),
            body.Descendants<FieldCode>().Count(code => code.Text.Contains("SEQ", StringComparison.Ordinal)));
        Assert.All(
            body.Descendants<Table>().Where(table => table.Descendants<TableHeader>().Any()),
            table => Assert.NotNull(table.GetFirstChild<TableRow>()!.Descendants<TableHeader>().FirstOrDefault()));
        Assert.All(
            body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(),
            picture => Assert.NotEqual("", picture.Description?.Value ?? ""));
    }

    [Fact]
    public async Task Thai_text_has_its_own_font_size_and_language()
    {
        using var file = Open(await CreateAsync("memo on analysis", new()));
        var run = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.Equal("TH Sarabun New", run.RunFonts!.ComplexScript!.Value);
        Assert.Equal("32", run.FontSizeComplexScript!.Val!.Value);
        Assert.Equal("th-TH", run.Languages!.Bidi!.Value);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task It_has_no_seal_and_says_which_version_it_was_made_from(string kind)
    {
        using var file = Open(await CreateAsync(kind, new()));
        var version = Kinds.VersionOf(kind);

        Assert.DoesNotContain("การตรวจสอบเอกสาร", file.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Contains(
            file.MainDocumentPart.FooterParts,
            footer => footer.Footer!.InnerText.Contains($"จากข้อมูลฉบับที่ {version}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("analysis of 003", true)]
    [InlineData("memo on analysis", true)]
    [InlineData("summary of four types", true)]
    [InlineData("analysis of 003", false)]
    public async Task Every_page_of_a_draft_has_the_word_draft_and_no_other_has(string kind, bool isDraft)
    {
        using var file = Open(await CreateAsync(kind, new(IsDraft: isDraft)));

        Assert.All(file.MainDocumentPart!.HeaderParts, head =>
            Assert.Equal(isDraft, head.Header!.InnerText.Contains("ร่าง", StringComparison.Ordinal)));
        Assert.Equal(2, file.MainDocumentPart.HeaderParts.Count());
    }

    [Theory]
    [InlineData("memo on analysis")]
    [InlineData("circular letter")]
    public async Task A_signature_stays_on_one_page(string kind)
    {
        using var file = Open(await CreateAsync(kind, new()));
        var lines = file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()
            .SkipWhile(line => !line.InnerText.Contains('(', StringComparison.Ordinal) || line.ParagraphProperties?.KeepLines is null).ToList();

        Assert.NotNull(lines[0].ParagraphProperties!.KeepNext);
    }

    private static async Task<byte[]> CreateAsync(string kind, ReportOptions options) => WordFile.Create(await Kinds.ReportAsync(kind, options));

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static IEnumerable<Paragraph> Styled(Body body, string style) =>
        body.Descendants<Paragraph>().Where(one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style);

    // Numbers of captions and lists are counters in HTML; dotted lines are empty elements there.
    private static string TextOf(WordprocessingDocument file) => Plain(string.Concat(
        file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => Caption().Replace(
            string.Concat(paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text)), ""))));

    private static string TextOf(RenderedReport report)
    {
        var main = new HtmlParser().ParseDocument(report.Html).QuerySelector("main")!;
        foreach (var unseen in main.QuerySelectorAll("svg, .garuda, .pages, .contents i, .meter, .download, .scan").ToList())
        {
            unseen.Remove();
        }

        return Plain(main.TextContent);
    }

    private static string Plain(string text) => Unseen().Replace(text, "");

    [GeneratedRegex("^(?:ตารางที่|ภาพที่) [0-9๐-๙]+ ")]
    private static partial Regex Caption();

    [GeneratedRegex(@"[\s\u00a0]|\.{20,}")]
    private static partial Regex Unseen();
}
