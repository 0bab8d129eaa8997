using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>Converts tables, with header rows that are repeated on every page and rows that are not broken, and the lists of facts that the
/// documents set as tables.</summary>
internal sealed class WordTables(WordBlocks blocks)
{
    private const string Improve = "2F6299";
    private const string Keep = "237A4B";

    public Table Of(IHtmlTableElement table)
    {
        var widths = WordColumns.Of(table, WordLayout.TextWidth);
        var converted = Empty(widths, isRuled: true);
        var open = new Dictionary<int, (int Rows, int Span)>();
        foreach (var row in table.Rows)
        {
            converted.Append(Row(row, widths, open));
        }

        return converted;
    }

    /// <summary>A table of one row without lines, for what HTML shows side by side.</summary>
    public Table SideBySide(IEnumerable<IElement> sides)
    {
        var cells = sides.ToList();
        var widths = Enumerable.Repeat(WordLayout.TextWidth / cells.Count, cells.Count).ToArray();
        var table = Empty(widths, isRuled: false);
        table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells.Select((side, at) => Cell(blocks.Convert(side), widths[at]))]));
        return table;
    }

    /// <summary>Names and values below each other.</summary>
    public Table Facts(IElement list, double nameWidth, bool isRuled)
    {
        var first = (int)(nameWidth * WordLayout.Centimetre);
        int[] widths = [first, WordLayout.TextWidth - first];
        var table = Empty(widths, isRuled);
        foreach (var name in list.QuerySelectorAll("dt"))
        {
            var style = isRuled ? WordStyles.Cell : WordStyles.ListItem;
            var values = Following(name).SelectMany(value => blocks.Inside(value, style));
            table.Append(new TableRow(
                new TableRowProperties(new CantSplit()), Cell([WordBlocks.Paragraph(name, style)], widths[0]), Cell(values, widths[1])));
        }

        return table;
    }

    /// <summary>Figures beside each other, each with its name above it.</summary>
    public static Table Figures(IElement list)
    {
        var figures = list.QuerySelectorAll("div").ToList();
        var widths = Enumerable.Repeat(WordLayout.TextWidth / figures.Count, figures.Count).ToArray();
        var table = Empty(widths, isRuled: true);
        table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. figures.Select((figure, at) => Cell(
            [
                Centred(WordRuns.Of(figure.QuerySelector("dt")!, colour: WordStyles.Quiet)),
                Centred(WordRuns.Of(figure.QuerySelector("dd")!, isBold: true, colour: WordStyles.Navy)),
            ],
            widths[at]))]));
        return table;
    }

    private static IEnumerable<IElement> Following(IElement name)
    {
        for (var next = name.NextElementSibling; next?.LocalName == "dd"; next = next.NextElementSibling)
        {
            yield return next;
        }
    }

    private static Paragraph Centred(IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Cell }, new Justification { Val = JustificationValues.Center }));
        paragraph.Append(runs);
        return paragraph;
    }

    private static Table Empty(int[] widths, bool isRuled)
    {
        var properties = new TableProperties();
        properties.Append(isRuled ? [new TableStyle { Val = WordStyles.Table }] : Array.Empty<OpenXmlElement>());
        properties.Append(
            new TableWidth { Width = WordLayout.TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed });
        return new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
    }

    private TableRow Row(IHtmlTableRowElement row, int[] widths, Dictionary<int, (int Rows, int Span)> open)
    {
        var isHeader = row.ParentElement?.LocalName == "thead";
        var properties = new TableRowProperties(new CantSplit());
        properties.Append(isHeader ? [new TableHeader()] : Array.Empty<OpenXmlElement>());
        var converted = new TableRow(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            column = Continue(converted, widths, open, column);
            var (span, rows) = (WordColumns.SpanOf(cell), WordColumns.SpanOf(cell, "rowspan"));
            converted.Append(Filled(cell, row, isHeader, widths[column..Math.Min(widths.Length, column + span)].Sum(), span, rows));
            if (rows > 1)
            {
                open[column] = (rows - 1, span);
            }

            column += span;
        }

        Continue(converted, widths, open, column);
        return converted;
    }

    // Cells that began in a row above.
    private static int Continue(TableRow row, int[] widths, Dictionary<int, (int Rows, int Span)> open, int column)
    {
        while (open.TryGetValue(column, out var above))
        {
            row.Append(new TableCell(
                new TableCellProperties([.. Width(widths[column..(column + above.Span)].Sum(), above.Span), new VerticalMerge()]), new Paragraph()));
            open.Remove(column);
            if (above.Rows > 1)
            {
                open[column] = (above.Rows - 1, above.Span);
            }

            column += above.Span;
        }

        return column;
    }

    private TableCell Filled(IHtmlTableCellElement cell, IHtmlTableRowElement row, bool isHeader, int width, int span, int rows)
    {
        var properties = new TableCellProperties(Width(width, span));
        properties.Append(rows > 1 ? [new VerticalMerge { Val = MergedCellValues.Restart }] : Array.Empty<OpenXmlElement>());
        var fill = isHeader ? WordStyles.Navy : row.ClassName is "group" or "sum" ? WordStyles.Tint : null;
        properties.Append(fill is null ? [] : new OpenXmlElement[] { new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill } });
        properties.Append(isHeader ? [new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }] : Array.Empty<OpenXmlElement>());
        var converted = new TableCell(properties);
        converted.Append(Content(cell, row, isHeader));
        return converted;
    }

    private List<OpenXmlElement> Content(IHtmlTableCellElement cell, IHtmlTableRowElement row, bool isHeader)
    {
        var classes = cell.ClassList;
        var isBold = isHeader || row.ClassName is "group" or "sum" || classes.Contains("urgent");
        var colour = isHeader ? "FFFFFF"
            : classes.Contains("urgent") ? WordStyles.Urgent : classes.Contains("improve") ? Improve : classes.Contains("keep") ? Keep : null;
        var align = isHeader || classes.Contains("mid") ? JustificationValues.Center
            : classes.Contains("number") ? JustificationValues.Right : JustificationValues.Left;
        return blocks.Inside(cell, WordStyles.Cell, isBold, colour, align);
    }

    private static TableCell Cell(IEnumerable<OpenXmlElement> content, int width)
    {
        var cell = new TableCell(new TableCellProperties(Width(width, 1)));
        cell.Append(content);
        if (cell.LastChild is not Paragraph)
        {
            cell.Append(new Paragraph());
        }

        return cell;
    }

    private static IEnumerable<OpenXmlElement> Width(int width, int span) =>
    [
        new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa },
        .. span > 1 ? [new GridSpan { Val = span }] : Array.Empty<OpenXmlElement>(),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
