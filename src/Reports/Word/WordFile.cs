using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ita.Reports.Rendering;

namespace Ita.Reports.Word;

/// <summary>
/// Writes a rendered report as a Word file (DOCX) that can be edited: heading styles, numbered captions, a table of contents, repeated
/// header rows, running heads and page numbers. The seal and its QR code are left out, because an edited file is no longer what was sealed.
/// </summary>
public static class WordFile
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <returns>The same bytes for the same report.</returns>
    public static byte[] Create(RenderedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new HtmlParser().ParseDocument(report.Html);
        var layout = WordLayout.Of(page, report.Options, report.Version);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            Describe(package, page.Title ?? "", report);
            var main = package.AddNewPart<MainDocumentPart>(MainType, "main");
            var body = new Body();
            main.Document = new Document(body);
            WordStyles.AddTo(main, layout);
            var lists = new WordLists(layout);
            var blocks = new WordBlocks(layout, lists, new WordPictures(main));
            body.Append(blocks.Write(page.QuerySelector("main")!));
            body.Append(WordPages.AddTo(main, layout));
            lists.AddTo(main);
            AddSettings(main);
        }

        return ZipDates.Removed(stream.ToArray());
    }

    // Written here, because the SDK gives the part of its own properties another name each time. The time is that of the result.
    private static void Describe(WordprocessingDocument package, string title, RenderedReport report)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace schema = "http://www.w3.org/2001/XMLSchema-instance";
        var time = report.ComputedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var stream = package.AddNewPart<CoreFilePropertiesPart>("core").GetStream(FileMode.Create);
        new XDocument(new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "xsi", schema),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XElement(elements + "title", title),
            new XElement(elements + "description", WordLayout.OriginOf(report.Version)),
            new XElement(elements + "language", "th-TH"),
            new XElement(terms + "created", new XAttribute(schema + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(schema + "type", "dcterms:W3CDTF"), time))).Save(stream);
    }

    private static void AddSettings(MainDocumentPart main) => main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "en-US", Bidi = "th-TH" });
}
