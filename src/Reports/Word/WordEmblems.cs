using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>The emblem at the head of a memo or letter, in the size of the printed one.</summary>
internal sealed class WordEmblems(WordPictures pictures)
{
    private const double OfLetter = 3 * WordLayout.Centimetre;
    private const double OfMemo = 1.5 * WordLayout.Centimetre;

    /// <summary>The emblem alone; nothing when its place is white.</summary>
    public IEnumerable<OpenXmlElement> Convert(IElement place) => place.QuerySelector("img") is { } image
        ? [WordBlocks.Paragraph([Drawn(image, OfLetter)], WordStyles.Cell, JustificationValues.Center)]
        : [];

    /// <summary>The head of a memo: the emblem at the left, and the title in the middle of the same line. Null without an emblem.</summary>
    public Paragraph? Head(IElement head)
    {
        if (head.QuerySelector("img") is not { } image)
        {
            return null;
        }

        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Title },
            new Tabs(new TabStop { Val = TabStopValues.Center, Position = WordLayout.TextWidth / 2 }),
            new Justification { Val = JustificationValues.Left }));
        paragraph.Append([Drawn(image, OfMemo), WordRuns.Tab(), .. WordRuns.Of(head.QuerySelector("h1")!)]);
        return paragraph;
    }

    private Run Drawn(IElement image, double side)
    {
        var picture = PhotoPicture.Of(image);
        return new(pictures.Add(picture, side * Math.Min(1, picture.Ratio)));
    }
}
