using System.Text;

namespace Ita.Domain.Texts;

/// <summary>Texts as they are compared: what a scan, a spreadsheet or a typist changes without meaning it is taken out.</summary>
internal static class PlainText
{
    private const char FirstThaiDigit = '๐';
    private const char LastThaiDigit = '๙';
    private const int LongestShown = 120;
    private const string SplitSaraAm = "\u0E4D\u0E32";
    private const string SaraAm = "\u0E33";

    /// <summary>Letters, vowels, tone marks and digits only; small letters, ASCII digits, sara am in one sign.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.Replace(SplitSaraAm, SaraAm, StringComparison.Ordinal))
        {
            if (sign is >= FirstThaiDigit and <= LastThaiDigit)
            {
                plain.Append((char)('0' + sign - FirstThaiDigit));
            }
            else if (char.IsLetterOrDigit(sign) || IsThaiMark(sign))
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
        }

        return plain.ToString();
    }

    /// <summary>The plain text without a first word and the number after it: "ตัวชี้วัดที่ ๒ การใช้อำนาจ" is "การใช้อำนาจ".</summary>
    /// <param name="words">Plain; the first that fits is taken off, and no more.</param>
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

    /// <summary>A file's text as a message repeats it: its start.</summary>
    public static string Shorten(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";

    // Vowels and tone marks above and below, which are no letters by themselves; not the signs for repetition and omission.
    private static bool IsThaiMark(char sign) => sign is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
