using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>Converts the blocks of a document: headings, paragraphs, lists, tables, figures and the parts of letters.</summary>
internal sealed class WordBlocks
{
    private readonly WordLayout layout;
    private readonly WordLists lists;
    private readonly WordTables tables;
    private readonly WordLetters letters;
    private readonly WordFigures figures;
    private readonly WordEmblems emblems;

    public WordBlocks(WordLayout layout, WordLists lists, WordPictures pictures)
    {
        (this.layout, this.lists) = (layout, lists);
        tables = new(this);
        letters = new(this, tables);
        figures = new(layout, pictures);
        emblems = new(pictures);
    }

    /// <summary>The blocks of an element, without the seal and what is for the screen only.</summary>
    public List<OpenXmlElement> Write(IElement parent) => [.. parent.Children.SelectMany(Convert)];

    /// <summary>What is in a cell or a list item: its blocks, or one paragraph when it has only text.</summary>
    public List<OpenXmlElement> Inside(
        IElement element, string style = WordStyles.Prose, bool isBold = false, string? colour = null, JustificationValues? align = null)
    {
        var blocks = element.Children.Where(IsBlock).ToList();
        if (blocks.Count == 0)
        {
            return [Paragraph(element, style, isBold, colour, align)];
        }

        var content = new List<OpenXmlElement>();
        var before = WordRuns.Of(element, isBold, colour, beforeBlocks: true);
        if (before.Count > 0)
        {
            content.Add(Paragraph(before, style, align));
        }

        content.AddRange(blocks.SelectMany(Convert));
        return content;
    }

    public static Paragraph Paragraph(
        IElement element, string style, bool isBold = false, string? colour = null, JustificationValues? align = null) =>
        Paragraph(WordRuns.Of(element, isBold, colour), style, align);

    public static Paragraph Paragraph(IEnumerable<OpenXmlElement> runs, string style, JustificationValues? align = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (align is { } how)
        {
            properties.Append(new Justification { Val = how });
        }

        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        return paragraph;
    }

    public static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "section" or "ol" or "ul" or "dl" or "table" or "figure" or "h1" or "h2" or "h3" or "nav" or "header";

    /// <summary>The blocks of one element.</summary>
    public IEnumerable<OpenXmlElement> Convert(IElement element) => element switch
    {
        { ClassName: "seal" or "download" or "pages" } => [],
        { ClassName: "garuda" or "garuda small" } => emblems.Convert(element),
        { ClassName: "memo-head" } when emblems.Head(element) is { } head => [head],
        { LocalName: "nav" } => Contents(element),
        { LocalName: "section", ClassName: "cover" } => [.. Cover(element), PageBreak()],
        { LocalName: "section", ClassName: "opinion" } => WordLetters.Together(Write(element)),
        { LocalName: "section", ClassName: "preface" } => [.. Write(element), PageBreak()],
        { LocalName: "h1" } => [Paragraph(element, WordStyles.Title)],
        { LocalName: "h2", ParentElement.ClassName: "preface" } => [Paragraph(element, WordStyles.ContentsHeading)],
        { LocalName: "h2" or "h3" } => [Heading(element)],
        { LocalName: "table" } => [.. Caption(element), tables.Of((IHtmlTableElement)element), Gap()],
        { LocalName: "figure" } => figures.Convert(element),
        { LocalName: "ol" or "ul" } => List(element),
        { LocalName: "dl", ClassName: "result" } => [WordTables.Figures(element), Gap()],
        { LocalName: "dl" } => [tables.Facts(element, element.ClassName == "facts" ? 5 : 3, isRuled: element.ClassName == "facts"), Gap()],
        { LocalName: "p" } => WordLetters.Field(element) ?? [Text(element)],
        { LocalName: "div" } => letters.Convert(element) ?? Write(element),
        _ => IsBlock(element) ? Write(element) : [],
    };

    private static Paragraph Heading(IElement element)
    {
        var heading = Paragraph(element, WordStyles.Heading(element.LocalName == "h2" ? 2 : 3));
        if (element.Id is { Length: > 0 } id)
        {
            var number = id[1..];
            heading.InsertAfter(new BookmarkStart { Id = number, Name = Bookmark(id) }, heading.ParagraphProperties);
            heading.Append(new BookmarkEnd { Id = number });
        }

        return heading;
    }

    private static string Bookmark(string id) => $"_Toc{id}";

    private static Paragraph Text(IElement element) => element.ClassList switch
    {
        var classes when classes.Contains("note") => Paragraph(element, WordStyles.Note),
        var classes when classes.Contains("mid") => Paragraph(
            element,
            classes.Length > 1 || element.ParentElement?.ClassName == "given-code" ? WordStyles.Subtitle : WordStyles.Cell,
            align: JustificationValues.Center),
        var classes when classes.Contains("flush") || element.ParentElement?.LocalName is "td" or "li" => Paragraph(element, WordStyles.ListItem),
        var classes when classes.Contains("lead") => WithNext(Paragraph(element, WordStyles.Prose)),
        _ => Paragraph(element, WordStyles.Prose),
    };

    private static Paragraph WithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.InsertAfter(new KeepNext(), paragraph.ParagraphProperties.ParagraphStyleId);
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Cover(IElement cover)
    {
        foreach (var line in cover.QuerySelectorAll("h1, p"))
        {
            var paragraph = Paragraph(
                WordRuns.Of(line), line.LocalName == "h1" ? WordStyles.Title : WordStyles.Subtitle, JustificationValues.Center);
            var space = line switch
            {
                { LocalName: "h1" } => 2400,
                { ClassName: "agency" } => 2800,
                { ClassName: "date" } => 2200,
                _ => 0,
            };
            paragraph.ParagraphProperties!.InsertBefore(
                new SpacingBetweenLines { Before = space.ToString(CultureInfo.InvariantCulture) }, paragraph.ParagraphProperties.Justification);
            yield return paragraph;
        }
    }

    // The entries are those of the document; Word adds the page numbers when it opens the file.
    private IEnumerable<OpenXmlElement> Contents(IElement contents)
    {
        yield return Paragraph(WordRuns.Of(contents.QuerySelector("h2")!), WordStyles.ContentsHeading);
        var entries = contents.QuerySelectorAll("li").ToList();
        for (var at = 0; at < entries.Count; at++)
        {
            var heading = entries[at].QuerySelector("a")!.GetAttribute("href")![1..];
            var entry = Paragraph(
                [
                    .. WordRuns.Of(entries[at].QuerySelector("span")!), WordRuns.Tab(),
                    .. WordRuns.Field($"PAGEREF {Bookmark(heading)} \\h{(layout.IsThai ? " \\* ThaiArabic" : "")}", ""),
                ],
                WordStyles.ContentsEntry(entries[at].ClassName == "l2" ? 2 : 3));
            if (at == 0)
            {
                entry.InsertAfter(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), entry.ParagraphProperties);
                entry.InsertAfter(
                    new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
                    entry.ParagraphProperties);
                entry.InsertAfter(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }), entry.ParagraphProperties);
            }

            yield return entry;
        }

        yield return new Paragraph(
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }), new Run(new Break { Type = BreakValues.Page }));
    }

    private IEnumerable<OpenXmlElement> Caption(IElement table) => table.QuerySelector("caption") is { } caption
        ? [Paragraph([.. figures.Number("ตารางที่", "Table"), .. WordRuns.Of(caption)], WordStyles.Caption)]
        : [];

    private IEnumerable<OpenXmlElement> List(IElement list)
    {
        var number = lists.Begin(list.LocalName == "ol");
        foreach (var item in list.Children)
        {
            var content = Inside(item, list.ParentElement?.LocalName == "td" ? WordStyles.Cell : WordStyles.ListItem);
            if (content[0] is Paragraph first)
            {
                first.ParagraphProperties!.InsertAfter(WordLists.Item(number), first.ParagraphProperties.ParagraphStyleId);
            }

            foreach (var block in content)
            {
                yield return block;
            }
        }
    }

    // Two tables without a paragraph between them would become one.
    public static Paragraph Gap() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = WordStyles.Cell }, new SpacingBetweenLines { Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private static Paragraph PageBreak() => new(new Run(new Break { Type = BreakValues.Page }));
}
