using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>Converts figures: charts and photographs with their caption, alternative text and notes.</summary>
internal sealed class WordFigures(WordLayout layout, WordPictures pictures)
{
    // A chart may fill a page; a photograph is beside its caption and its measure.
    private const double ChartHeight = 20 * WordLayout.Centimetre;
    private const double PhotoHeight = 8 * WordLayout.Centimetre;

    private const string Scanned = "scan-code";
    private const int CodeWidth = (int)(5 * WordLayout.Centimetre);
    private const int SmallCodeWidth = (int)(3.6 * WordLayout.Centimetre);

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public IEnumerable<OpenXmlElement> Convert(IElement figure)
    {
        var drawings = figure.QuerySelectorAll("svg, img").ToList();
        if (figure.QuerySelector("figcaption") is { } caption)
        {
            yield return WordBlocks.Paragraph([.. Number("ภาพที่", "Figure"), .. WordRuns.Of(caption)], WordStyles.Caption);
        }

        if (drawings.Count > 0)
        {
            var width = figure.ClassName == Scanned ? layout.IsSmall || layout.IsLetter ? SmallCodeWidth : CodeWidth
                : WordLayout.TextWidth / drawings.Count;
            yield return WordBlocks.Paragraph(
                drawings.Select(drawing => (OpenXmlElement)new Run(Drawn(drawing, width))), WordStyles.Cell, JustificationValues.Center);
        }

        foreach (var note in figure.QuerySelectorAll("p"))
        {
            yield return note.ClassList.Contains("mid")
                ? WordBlocks.Paragraph(WordRuns.Of(note, isBold: true), WordStyles.ListItem, JustificationValues.Center)
                : WordBlocks.Paragraph(WordRuns.Of(note), WordStyles.Note);
        }
    }

    /// <summary>The number of a table or figure. Word keeps it in order when the document is edited, except in Thai digits: other programs show
    /// a numbering field with Thai digits as letters (ก, ข).</summary>
    public IEnumerable<OpenXmlElement> Number(string name, string sequence)
    {
        var number = numbers[sequence] = numbers.GetValueOrDefault(sequence) + 1;
        var shown = number.ToString(CultureInfo.InvariantCulture);
        return
        [
            WordRuns.Text($"{name} "),
            .. layout.IsThai ? [WordRuns.Text(ThaiDigits.InText(shown))] : WordRuns.Field($"SEQ {sequence} \\* Arabic", shown),
            WordRuns.Text(" "),
        ];
    }

    private Drawing Drawn(IElement drawing, int width)
    {
        var isChart = drawing.LocalName == "svg";
        var picture = isChart ? ChartPicture.Draw(drawing, width) : PhotoPicture.Of(drawing);
        var shrink = Math.Min(1, (isChart ? ChartHeight : PhotoHeight) / (width / picture.Ratio));
        return pictures.Add(picture, width * shrink);
    }
}
