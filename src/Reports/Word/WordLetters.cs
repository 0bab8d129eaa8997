using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>The parts of memos and letters: fields of the head, signatures that are not torn apart, and dotted lines to write on.</summary>
internal sealed class WordLetters(WordBlocks blocks, WordTables tables)
{
    private const int SignatureMargin = (int)(7 * WordLayout.Centimetre);

    /// <summary>A paragraph that is a field or a line to write on; null for any other.</summary>
    public static IEnumerable<OpenXmlElement>? Field(IElement paragraph) => paragraph.ClassName switch
    {
        "field" => [Labelled(paragraph)],
        "blank" => [Dotted([], WordLayout.TextWidth)],
        "flush letter-date" => [Indented(paragraph, (int)(8 * WordLayout.Centimetre), JustificationValues.Left)],
        _ => null,
    };

    /// <summary>A part of a letter; null for any other element.</summary>
    public IEnumerable<OpenXmlElement>? Convert(IElement part) => part.ClassName switch
    {
        "fields" => Underlined(blocks.Write(part)),
        "pair" or "letter-head" or "signatures" => [tables.SideBySide(part.Children), WordBlocks.Gap()],
        "signature" => Together(Lines(part)),
        "regards" => Together(part.Children.SelectMany(child => child.ClassName == "signature"
            ? [new Paragraph(), new Paragraph(), .. Lines(child)]
            : new[] { Indented(child, SignatureMargin, JustificationValues.Center) })),
        "sign" => Together(part.Children.Select(line => Indented(line, 0, JustificationValues.Right))),
        _ => null,
    };

    /// <summary>Keeps blocks on one page: all paragraphs but the last stay on the page of the next one.</summary>
    public static IReadOnlyList<OpenXmlElement> Together(IEnumerable<OpenXmlElement> blocks)
    {
        var together = blocks.ToList();
        foreach (var line in together.OfType<Paragraph>())
        {
            var properties = line.ParagraphProperties ??= new ParagraphProperties();
            properties.RemoveAllChildren<KeepNext>();
            properties.RemoveAllChildren<KeepLines>();
            OpenXmlElement[] keep = line == together[^1] ? [new KeepLines()] : [new KeepNext(), new KeepLines()];
            foreach (var one in keep.Reverse())
            {
                properties.InsertAt(one, properties.ParagraphStyleId is null ? 0 : 1);
            }
        }

        return together;
    }

    private static IEnumerable<Paragraph> Lines(IElement signature)
    {
        var margin = signature.ParentElement?.ClassName == "signatures" ? 0 : SignatureMargin;
        return signature.Children.Select(line => Indented(line, margin, JustificationValues.Center));
    }

    private static Paragraph Labelled(IElement field)
    {
        var label = field.QuerySelector("b")!;
        var value = field.QuerySelector("span")!;
        OpenXmlElement[] name = [.. WordRuns.Of(label, isBold: true), WordRuns.Text(" ")];
        return value.TextContent.Trim().Length > 0
            ? WordBlocks.Paragraph([.. name, .. WordRuns.Of(value)], WordStyles.ListItem)
            : Dotted(name, field.ParentElement?.ClassName is "pair" or "letter-head" ? (WordLayout.TextWidth / 2) - 300 : WordLayout.TextWidth);
    }

    private static Paragraph Dotted(IEnumerable<OpenXmlElement> before, int width)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.ListItem },
            new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = width })));
        paragraph.Append([.. before, WordRuns.Tab()]);
        return paragraph;
    }

    private static Paragraph Indented(IElement line, int left, JustificationValues align)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.ListItem },
            new Indentation { Left = left.ToString(CultureInfo.InvariantCulture) },
            new Justification { Val = align }));
        paragraph.Append(WordRuns.Of(line));
        return paragraph;
    }

    private static List<OpenXmlElement> Underlined(List<OpenXmlElement> fields)
    {
        if (fields.OfType<Paragraph>().LastOrDefault()?.ParagraphProperties is { } last)
        {
            var border = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 4, Color = "auto" });
            last.InsertAfter(border, last.ParagraphStyleId);
        }

        return fields;
    }
}
