using System.Text.RegularExpressions;

namespace Ita.Domain.Texts;

/// <summary>Why a text cannot be what was written.</summary>
public enum TextFault
{
    None,

    /// <summary>It was read in the wrong encoding: <c>à¸­à¸šà¸•</c>, <c>เธญเธšเธ•</c> or <c>ÍºµàÍ¡</c> for Thai.</summary>
    Garbled,

    /// <summary>It has control or private-use characters, which every program shows differently or not at all.</summary>
    Unreadable,
}

/// <summary>Recognises texts whose characters were lost or changed before they were sent.</summary>
public static partial class UnreadableText
{
    /// <summary>The bytes of UTF-8 for Thai letters are three each, so every third character is the same.</summary>
    private const int FewestTriples = 3;

    private const decimal LeastShare = 0.28m;

    /// <summary>What is wrong with a text in the spelling of <see cref="ThaiSpelling"/>.</summary>
    public static TextFault Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return TextFault.None;
        }

        return IsGarbled(text) ? TextFault.Garbled : text.Any(IsUnreadable) ? TextFault.Unreadable : TextFault.None;
    }

    private static bool IsGarbled(string text) => text.Any(character => character is '\uFFFD' or (>= '\u0080' and <= '\u009F'))
        || Utf8AsLatin().IsMatch(text)
        || IsUtf8AsThai(text)
        || (ThaiAsLatin().IsMatch(text) && text.Count(IsThaiByte) > text.Count(char.IsAsciiLetter));

    /// <summary>Whether the text is UTF-8 read as Windows-874: its bytes E0 B8 and E0 B9 become เธ and เน.</summary>
    private static bool IsUtf8AsThai(string text)
    {
        var triples = Utf8AsThai().Count(text);
        return triples >= FewestTriples && triples >= LeastShare * text.Count(character => !char.IsAscii(character));
    }

    private static bool IsThaiByte(char character) => character is >= '\u00A1' and <= '\u00FB';

    private static bool IsUnreadable(char character) => character is not ('\t' or '\r' or '\n')
        && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.PrivateUse;

    /// <summary>
    /// Thai in UTF-8 read as Latin-1, Windows-1252, Mac Roman or code page 437, once or twice, and punctuation and letters of other languages
    /// read so. No language writes these pairs.
    /// </summary>
    [GeneratedRegex(@"à¸|à¹[\u0080-\u009B€‚ƒ„…†‡ˆ‰Š‹Œ]|Ã[\u00A0 ]Â[¸¹]|Ã[¡-ª¬-¶¸-º¼-¿]|â€|‡∏|‡π|α╕|α╣", RegexOptions.CultureInvariant)]
    private static partial Regex Utf8AsLatin();

    [GeneratedRegex("เ[ธน]", RegexOptions.CultureInvariant)]
    private static partial Regex Utf8AsThai();

    /// <summary>
    /// Windows-874 read as Latin-1: four or more characters beyond ASCII in a row, letters among signs. Words of other languages have letters
    /// only, and not so many in a row.
    /// </summary>
    [GeneratedRegex(
        @"(?=[\u00A1-\u00FB]*[¢-©¬-¯±-¶¸¹¼-¾×÷])(?=[\u00A1-\u00FB]*[À-ÖØ-öø-û])[\u00A1-\u00FB]{4,}|[À-ÖØ-öø-û]{7,}", RegexOptions.CultureInvariant)]
    private static partial Regex ThaiAsLatin();
}
