namespace Ita.Domain.Remarks;

/// <summary>The words by which a name is recognised in running Thai text: Data/name-words.json.</summary>
/// <param name="Titles">Words before a name. A space may follow each full stop.</param>
/// <param name="WordsWithTitle">Words that begin like a title and are none: นายกเทศมนตรี, คุณภาพ.</param>
/// <param name="WordsEndingInTitle">Words that end like a title and are none: ขอบคุณ, ทนาย.</param>
/// <param name="AfterName">Beginnings of words that follow a name, such as positions. Those of four letters and more end a name also without
/// a space before them.</param>
/// <param name="NotGiven">Beginnings of words after a title that are no given name.</param>
/// <param name="Familiar">Words before a nickname: พี่, ครู.</param>
/// <param name="WordsEndingInFamiliar">Words that end like a familiar word and are none: หน้า, ขยาย.</param>
/// <param name="Nicknames">Common nicknames. They are ordinary words elsewhere, so they are masked behind such a word only.</param>
/// <param name="NotSurname">Whole words after a given name that are no surname.</param>
internal sealed record NameWords(
    ImmutableArray<string> Titles,
    ImmutableArray<string> WordsWithTitle,
    ImmutableArray<string> WordsEndingInTitle,
    ImmutableArray<string> AfterName,
    ImmutableArray<string> NotGiven,
    ImmutableArray<string> Familiar,
    ImmutableArray<string> WordsEndingInFamiliar,
    ImmutableArray<string> Nicknames,
    ImmutableHashSet<string> NotSurname)
{
    public static NameWords Thai { get; } = EmbeddedData.Read<NameWords>(".Remarks.Data.name-words.json");
}
