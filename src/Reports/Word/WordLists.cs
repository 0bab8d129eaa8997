using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ita.Reports.Word;

/// <summary>The numbered and bulleted lists of a Word file. Every list is numbered from 1.</summary>
internal sealed class WordLists(WordLayout layout)
{
    private const int Numbered = 0;
    private const int Bulleted = 1;

    private readonly List<int> kinds = [];

    /// <summary>Begins a list and returns its number for <see cref="Item"/>.</summary>
    public int Begin(bool isNumbered)
    {
        kinds.Add(isNumbered ? Numbered : Bulleted);
        return kinds.Count;
    }

    public static NumberingProperties Item(int list) => new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list });

    public void AddTo(MainDocumentPart main)
    {
        var numbering = new Numbering(
            Kind(Numbered, layout.IsThai ? NumberFormatValues.ThaiNumbers : NumberFormatValues.Decimal, "%1."),
            Kind(Bulleted, NumberFormatValues.Bullet, "–"));
        numbering.Append(kinds.Select((kind, index) => new NumberingInstance(
            new AbstractNumId { Val = kind },
            new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
        { NumberID = index + 1 }));
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new DocumentFormat.OpenXml.Wordprocessing.Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = WordStyles.Twips(0.8), Hanging = WordStyles.Twips(0.8) }))
        { LevelIndex = 0 })
    {
        AbstractNumberId = id,
    };
}
