using System.Text;

namespace Ita.Domain.Texts;

/// <summary>Gives a text that looks the same on paper one spelling: the characters and the order that a Thai keyboard writes.</summary>
public static class ThaiSpelling
{
    private const char Nikhahit = '\u0E4D';
    private const char SaraAa = '\u0E32';
    private const char SaraAm = '\u0E33';
    private const char SaraE = '\u0E40';
    private const char SaraAe = '\u0E41';

    private const char FirstGlyph = '\uF700';

    /// <summary>
    /// What the private-use characters U+F700 to U+F71A stand for, in order. Fonts for Windows have the shapes of marks there that are moved to
    /// the left or down, and PDF files give these characters to who copies from them.
    /// </summary>
    private const string Glyphs = "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D"
        + "\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    /// <summary>
    /// The text with sara am as one character, แ for two เ, the vowel before the tone mark, and the usual characters for the private-use ones
    /// of old fonts. Any other text is returned as it is.
    /// </summary>
    public static string Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = FirstFault(text);
        if (start < 0)
        {
            return text;
        }

        var repaired = new StringBuilder(text, 0, start, text.Length);
        foreach (var character in text.AsSpan(start))
        {
            Add(repaired, Usual(character));
        }

        return repaired.ToString();
    }

    /// <summary>The first place where a character must be changed or moved; -1 when there is none.</summary>
    private static int FirstFault(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var (before, character) = (at == 0 ? '\0' : text[at - 1], text[at]);
            if (character == Nikhahit || Usual(character) != character || IsMisplaced(before, character))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsMisplaced(char before, char character) => (before, character) is (SaraE, SaraE)
        || (IsTone(before) && IsMarkOfVowel(character))
        || (IsTone(character) && IsVowelBehind(before));

    private static void Add(StringBuilder text, char character)
    {
        var last = Last(text);
        if (last == SaraE && character == SaraE)
        {
            text[^1] = SaraAe;
        }
        else if (character == SaraAa && TakeNikhahit(text))
        {
            text.Append(SaraAm);
        }
        else if ((IsTone(last) && IsMarkOfVowel(character)) || (IsTone(character) && IsVowelBehind(last)))
        {
            text.Insert(text.Length - 1, character);
        }
        else
        {
            text.Append(character);
        }
    }

    /// <summary>Removes the nikhahit at the end, or before the tone mark at the end.</summary>
    private static bool TakeNikhahit(StringBuilder text)
    {
        var at = IsTone(Last(text)) ? text.Length - 2 : text.Length - 1;
        if (at < 0 || text[at] != Nikhahit)
        {
            return false;
        }

        text.Remove(at, 1);
        return true;
    }

    private static char Last(StringBuilder text) => text.Length == 0 ? '\0' : text[^1];

    private static char Usual(char character) =>
        character is >= FirstGlyph && character - FirstGlyph < Glyphs.Length ? Glyphs[character - FirstGlyph] : character;

    /// <summary>The four tone marks and thanthakhat.</summary>
    private static bool IsTone(char character) => character is >= '\u0E48' and <= '\u0E4C';

    /// <summary>Vowels and nikhahit above or below the consonant.</summary>
    private static bool IsMarkOfVowel(char character) => character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or Nikhahit;

    /// <summary>Vowels behind the consonant, which carry no mark of their own.</summary>
    private static bool IsVowelBehind(char character) => character is '\u0E30' or SaraAa or SaraAm;
}
