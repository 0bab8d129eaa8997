using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>Paper, margins, running heads and page numbers: a report has its name above and the page below; a letter has its page number
/// above, from the second page.</summary>
internal static class WordPages
{
    public static SectionProperties AddTo(MainDocumentPart main, WordLayout layout)
    {
        main.AddNewPart<HeaderPart>("head").Header = new Header([.. Draft(layout), Head(layout)]);
        main.AddNewPart<HeaderPart>("firstHead").Header = new Header([.. Draft(layout), new Paragraph()]);
        main.AddNewPart<FooterPart>("foot").Footer = new Footer(Foot(layout));
        main.AddNewPart<FooterPart>("first").Footer = new Footer(WordBlocks.Paragraph([WordRuns.Text(layout.Origin)], WordStyles.Footer));
        return new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "head" },
            new HeaderReference { Type = HeaderFooterValues.First, Id = "firstHead" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "foot" },
            new FooterReference { Type = HeaderFooterValues.First, Id = "first" },
            layout.IsSmall
                ? new PageSize { Width = (uint)(14.8 * WordLayout.Centimetre), Height = (uint)(21 * WordLayout.Centimetre) }
                : new PageSize { Width = (uint)(21 * WordLayout.Centimetre), Height = (uint)(29.7 * WordLayout.Centimetre) },
            layout is { IsInvitation: true, IsLetter: false } ? PosterMargin() : new PageMargin
            {
                Top = (int)((layout.IsLetter ? 1.5 : 2.5) * WordLayout.Centimetre),
                Bottom = (int)((layout.IsLetter ? 1.5 : 2) * WordLayout.Centimetre),
                Left = (uint)(3 * WordLayout.Centimetre),
                Right = (uint)(2 * WordLayout.Centimetre),
                Header = (uint)(1.25 * WordLayout.Centimetre),
                Footer = (uint)(1 * WordLayout.Centimetre),
            },
            new PageNumberType { Format = layout.IsThai ? NumberFormatValues.ThaiNumbers : NumberFormatValues.Decimal },
            new TitlePage());
    }

    private static PageMargin PosterMargin() => new()
    {
        Top = (int)WordLayout.Centimetre,
        Bottom = (int)WordLayout.Centimetre,
        Left = (uint)(1.5 * WordLayout.Centimetre),
        Right = (uint)(1.5 * WordLayout.Centimetre),
        Header = (uint)(0.5 * WordLayout.Centimetre),
        Footer = (uint)(0.5 * WordLayout.Centimetre),
    };

    private static IEnumerable<OpenXmlElement> Draft(WordLayout layout) => layout.IsDraft
        ? [WordBlocks.Paragraph([WordRuns.Text("ร่าง", isBold: true, WordStyles.Urgent)], WordStyles.Header, JustificationValues.Right)]
        : [];

    private static Paragraph Head(WordLayout layout) => layout.IsLetter
        ? WordBlocks.Paragraph(
            [WordRuns.Text("– "), .. WordRuns.Field("PAGE", layout.IsThai ? "๒" : "2"), WordRuns.Text(" –")],
            WordStyles.Header,
            JustificationValues.Center)
        : WordBlocks.Paragraph([WordRuns.Text(layout.Left), WordRuns.Tab(), WordRuns.Text(layout.Right)], WordStyles.Header);

    private static Paragraph Foot(WordLayout layout)
    {
        // The number of pages has Thai digits in Word only; other programs show letters.
        OpenXmlElement[] count = layout.IsThai ? [] : [WordRuns.Text(" จาก "), .. WordRuns.Field("NUMPAGES", "1")];
        OpenXmlElement[] page = layout.IsLetter
            ? []
            : [WordRuns.Tab(), WordRuns.Text("หน้า "), .. WordRuns.Field("PAGE", layout.IsThai ? "๑" : "1"), .. count];
        return WordBlocks.Paragraph([WordRuns.Text(layout.Origin), .. page], WordStyles.Footer);
    }
}
