using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ita.Reports.Tests.Printing;

namespace Ita.Reports.Tests.Documents;

/// <summary>The rules of PDF/UA-1 (ISO 14289-1) that a program can check, one by one, on the objects of each printed document.</summary>
[Collection(PrinterGroup.Name)]
public partial class AccessiblePdfTests(PrinterFixture fixture)
{
    public static TheoryData<string> Documents =>
    [
        "analysis of 003", "measures of 003", "measures planned in 002", "follow-up with pictures", "memo on measures", "circular letter",
        "check of 003", "summary of four types",
    ];

    // 5: the file says what it conforms to. 7.1: title, language, and a viewer shows the title.
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task It_has_title_language_and_the_mark_of_PDF_UA(string kind)
    {
        var html = await Kinds.RenderAsync(kind);
        var (file, bytes) = await PrintedAsync(kind);
        var catalog = file.Values.Single(body => body.StartsWith("<</Type /Catalog", StringComparison.Ordinal));

        Assert.Contains("/MarkInfo <</Type /MarkInfo\n/Marked true>>", catalog, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", catalog, StringComparison.Ordinal);
        Assert.Contains("/Lang (th)", catalog, StringComparison.Ordinal);
        var stream = file[int.Parse(Regex.Match(catalog, @"/Metadata (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture)];
        var packet = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(stream[(stream.IndexOf("<x:", StringComparison.Ordinal))..]));
        var xmp = XElement.Parse(packet[..packet.IndexOf("<?xpacket", StringComparison.Ordinal)]);
        Assert.Equal("1", One(xmp, "part"));
        Assert.Equal("th", One(xmp, "language"));
        Assert.Equal((await Poppler.InfoAsync(bytes))["Title"], One(xmp, "title"));
        Assert.Contains(One(xmp, "title").Split(' ')[0], html, StringComparison.Ordinal);
    }

    // 7.1: everything drawn is tagged or an artifact, and marks are closed where they were opened.
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Everything_drawn_is_tagged_or_an_artifact(string kind)
    {
        var (file, bytes) = await PrintedAsync(kind);
        var pages = PagesOf(file).ToList();

        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var number = int.Parse(Regex.Match(page, @"/Contents (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.Equal([], Unmarked(Inflated(file[number])));
        }

        Assert.Equal(pages.Count, int.Parse((await Poppler.InfoAsync(bytes))["Pages"], CultureInfo.InvariantCulture));
    }

    // 7.3: figures have alternative texts. 7.4: no heading level is skipped. 7.5: header cells have a scope.
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Figures_headings_and_header_cells_are_described(string kind)
    {
        var (file, _) = await PrintedAsync(kind);

        Assert.All(Elements(file, "Figure"), figure => Assert.Contains("/Alt ", figure, StringComparison.Ordinal));
        Assert.All(Elements(file, "TH"), cell => Assert.Matches("/Scope /(Column|Row)", cell));
        var levels = file.OrderBy(one => one.Key).Select(one => Level().Match(one.Value)).Where(one => one.Success)
            .Select(one => one.Groups[1].Value[0] - '0').Prepend(0).ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"H{pair.Second} follows H{pair.First}"));
        Assert.DoesNotContain(file.Values, body => body.Contains("/Suspects true", StringComparison.Ordinal));
    }

    // 7.18: links have a description and a place in the structure; their pages are tabbed through in its order.
    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Links_are_described_and_tabbed_in_order(string kind)
    {
        var (file, _) = await PrintedAsync(kind);
        var links = file.Values.Where(body => body.StartsWith("<</Type /Annot\n/Subtype /Link", StringComparison.Ordinal)).ToList();

        Assert.All(links, link => Assert.Matches("/StructParent [0-9]+[\\s\\S]*/Contents <FEFF[0-9A-F]{8,}>", link));
        Assert.Equal(links.Count, file.Values.Sum(body => Regex.Count(body, "/Type /OBJR")));
        Assert.Equal(links.Count, file.Values.Count(body => body.Contains("/Type /Annot\n", StringComparison.Ordinal)));
        Assert.All(
            PagesOf(file).Where(page => page.Contains("/Annots", StringComparison.Ordinal)),
            page => Assert.Contains("/Tabs /S", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_of_the_contents_names_its_heading_and_one_to_a_page_its_address()
    {
        var (contents, _) = await PrintedAsync("measures of 003");
        var (evidence, _) = await PrintedAsync("follow-up of 004");

        Assert.Contains("ไปที่หัวข้อ 1. ผลการประเมินโดยสรุป", Descriptions(contents));
        Assert.Contains(Descriptions(evidence), words => words.StartsWith("เปิด https://", StringComparison.Ordinal));
    }

    private static List<string> Descriptions(Dictionary<int, string> file) => [.. file.Values
        .Select(body => Regex.Match(body, "/Contents <FEFF([0-9A-F]+)>")).Where(one => one.Success)
        .Select(one => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(one.Groups[1].Value)))];

    private async Task<(Dictionary<int, string> Objects, byte[] Pdf)> PrintedAsync(string kind)
    {
        var pdf = await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind));
        var objects = new Dictionary<int, string>();
        foreach (Match match in Object().Matches(Encoding.Latin1.GetString(pdf)))
        {
            // A later object with the same number replaces the earlier one.
            objects[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)] = match.Groups[2].Value;
        }

        return (objects, pdf);
    }

    private static string One(XElement xmp, string name) => xmp.Descendants().Single(one => one.Name.LocalName == name).Value;

    private static IEnumerable<string> PagesOf(Dictionary<int, string> file) =>
        file.Values.Where(body => body.StartsWith("<</Type /Page\n", StringComparison.Ordinal));

    private static IEnumerable<string> Elements(Dictionary<int, string> file, string type) =>
        file.Values.Where(body => body.StartsWith($"<</Type /StructElem\n/S /{type}\n", StringComparison.Ordinal));

    private static string Inflated(string stream)
    {
        var start = stream.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        using var zlib = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(stream[start..])), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    // Operators that draw outside every mark, marks that cross the ends of a text, and marks that are not closed.
    private static List<string> Unmarked(string content)
    {
        var (wrong, marks) = (new List<string>(), new Stack<bool>());
        var inText = false;
        foreach (var line in content.Split('\n'))
        {
            var name = line[(line.LastIndexOf(' ') + 1)..];
            if (name.EndsWith("BDC", StringComparison.Ordinal) || name == "BMC")
            {
                marks.Push(inText);
            }
            else if (name == "EMC" && (marks.Count == 0 || marks.Pop() != inText))
            {
                wrong.Add("EMC");
            }
            else if (name is "Tj" or "TJ" or "f" or "f*" or "S" or "s" or "B" or "b" or "Do" or "sh" && marks.Count == 0)
            {
                wrong.Add(line);
            }

            inText = name == "BT" || (inText && name != "ET");
        }

        return marks.Count == 0 ? wrong : [.. wrong, $"{marks.Count} open"];
    }

    [GeneratedRegex(@"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Object();

    [GeneratedRegex(@"^<</Type /StructElem\n/S /H([1-6])\n")]
    private static partial Regex Level();
}
