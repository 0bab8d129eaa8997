using System.Text;

namespace Ita.Domain.Texts;

/// <summary>Normalizes texts for comparison, removing differences introduced by scanning, spreadsheets or typing.</summary>
internal static class PlainText
{
    private const char FirstThaiDigit = '๐';
    private const char LastThaiDigit = '๙';
    private const int LongestShown = 120;

    /// <summary>Keeps letters, vowels, tone marks and digits only, in lower case, with ASCII digits and sara am as one character.</summary>
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in ThaiSpelling.Repair(text))
        {
            if (character is >= FirstThaiDigit and <= LastThaiDigit)
            {
                plain.Append((char)('0' + character - FirstThaiDigit));
            }
            else if (char.IsLetterOrDigit(character) || IsThaiMark(character))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
        }

        return plain.ToString();
    }

    /// <summary>Removes a first word and the number after it from a normalized text: "ตัวชี้วัดที่ ๒ การใช้อำนาจ" is "การใช้อำนาจ".</summary>
    /// <param name="words">Normalized words; only the first one that matches is removed.</param>
    public static string WithoutStart(string plain, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal))
            {
                return plain[word.Length..].TrimStart("0123456789".ToCharArray());
            }
        }

        return plain;
    }

    /// <summary>The start of a text, for a message.</summary>
    public static string Shorten(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";

    // Vowels and tone marks above and below, which char.IsLetterOrDigit excludes; not the characters for repetition and omission.
    private static bool IsThaiMark(char character) => character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
