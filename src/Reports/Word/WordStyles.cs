using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>The styles of a Word file. Sizes are in half points.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Caption = "Caption";
    public const string Prose = "BodyText";
    public const string Note = "Note";
    public const string Cell = "Cell";
    public const string ListItem = "ListParagraph";
    public const string ContentsHeading = "TOCHeading";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Table = "TableGrid";

    public const string Navy = "17365D";
    public const string Quiet = "5B6475";
    public const string Urgent = "B3261E";
    public const string Rule = "C9D0DB";
    public const string Tint = "F2F5F9";

    /// <summary>The font of official documents, and the one that replaces it where it is not installed.</summary>
    private const string Font = "TH Sarabun New";
    private const string Substitute = "Sarabun";

    private const int Normal = 32;

    /// <summary>The style of a heading of HTML: <c>h2</c> is the first level below the title.</summary>
    public static string Heading(int level) => FormattableString.Invariant($"Heading{level - 1}");

    public static string ContentsEntry(int level) => FormattableString.Invariant($"TOC{level - 1}");

    public static void AddTo(MainDocumentPart main, WordLayout layout)
    {
        var (indent, ink) = (layout.IsLetter ? 2.5 : 1.5, layout.IsLetter ? "auto" : Navy);
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(), Size(Normal), Complex(Normal), Thai())),
                new ParagraphPropertiesDefault()),
            Of("Normal", "Normal", 0, null, null, isDefault: true),
            Of(Title, "Title", 40, ink, Align(JustificationValues.Center, before: 120, after: 120), isBold: true),
            Of(Subtitle, "Subtitle", 36, null, Align(JustificationValues.Center), isBold: true),
            Of(Heading(2), "heading 1", layout.IsLetter ? Normal : 36, ink, HeadingAt(0, layout.IsLetter ? 60 : 240), isBold: true),
            Of(Heading(3), "heading 2", layout.IsLetter ? Normal : 34, ink, HeadingAt(1, 160), isBold: true),
            Of(ContentsHeading, "TOC Heading", 40, ink, Align(JustificationValues.Center, after: 120), isBold: true),
            Of(ContentsEntry(2), "toc 1", Normal, null, EntryAt(0)),
            Of(ContentsEntry(3), "toc 2", Normal, null, EntryAt(0.8)),
            Of(Caption, "caption", 28, null, new(new KeepNext(), Space(120, 60)), isBold: true),
            Of(Prose, "Body Text", 0, null, new(
                Space(0, 60), new Indentation { FirstLine = Twips(indent) }, new Justification { Val = JustificationValues.ThaiDistribute })),
            Of(ListItem, "List Paragraph", 0, null, new(Space(0, 40), new ContextualSpacing())),
            Of(Note, "Note", 26, Quiet, new(Space(40, 120))),
            Of(Cell, "Cell", 28, null, null),
            Of(Header, "header", 22, Quiet, new(new Tabs(RightTab()))),
            Of(Footer, "footer", 22, Quiet, new(new Tabs(RightTab()))),
            TableStyle());
        AddFonts(main);
    }

    public static string Twips(double centimetres) => ((int)(centimetres * WordLayout.Centimetre)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A size for text of any script.</summary>
    private static IEnumerable<OpenXmlElement> Sized(int halfPoints) => [Size(halfPoints), Complex(halfPoints)];

    private static TabStop RightTab() => new() { Val = TabStopValues.Right, Position = WordLayout.TextWidth };

    private static Style Of(
        string id, string name, int size, string? colour, StyleParagraphProperties? paragraph, bool isBold = false, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        if (paragraph is not null)
        {
            style.Append(paragraph);
        }

        var run = new StyleRunProperties();
        run.Append(isBold ? [new Bold(), new BoldComplexScript()] : Array.Empty<OpenXmlElement>());
        run.Append(colour is null ? [] : new OpenXmlElement[] { new Color { Val = colour } });
        run.Append(size == 0 ? [] : Sized(size));
        if (run.HasChildren)
        {
            style.Append(run);
        }

        return style;
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Table Grid" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(),
                Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Table,
    };

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Rule };

    private static StyleParagraphProperties Align(JustificationValues how, int before = 0, int after = 0) =>
        new(Space(before, after), new Justification { Val = how });

    private static StyleParagraphProperties HeadingAt(int level, int before) =>
        new(new KeepNext(), new KeepLines(), Space(before, 60), new OutlineLevel { Val = level });

    private static StyleParagraphProperties EntryAt(double indent) => new(
        new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordLayout.TextWidth }),
        new Indentation { Left = Twips(indent), Right = Twips(0.8) });

    private static SpacingBetweenLines Space(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    private static RunFonts Fonts() => new() { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font };

    private static FontSize Size(int halfPoints) => new() { Val = halfPoints.ToString(CultureInfo.InvariantCulture) };

    private static FontSizeComplexScript Complex(int halfPoints) => new() { Val = halfPoints.ToString(CultureInfo.InvariantCulture) };

    private static Languages Thai() => new() { Val = "en-US", EastAsia = "en-US", Bidi = "th-TH" };

    private static void AddFonts(MainDocumentPart main)
    {
        var font = new Font(new AltName { Val = Substitute }, new FontFamily { Val = FontFamilyValues.Swiss }) { Name = Font };
        main.AddNewPart<FontTablePart>("fonts").Fonts = new DocumentFormat.OpenXml.Wordprocessing.Fonts(font);
    }
}
