namespace Ita.Domain.Texts;

/// <summary>Finds characters that no stored text may contain.</summary>
public static class TextFaults
{
    /// <summary>The first control character, bidirectional control, noncharacter or half of a surrogate pair; null when there is
    /// none.</summary>
    /// <param name="isMultiline">True when tabs and line breaks are allowed.</param>
    public static char? FindRefused(ReadOnlySpan<char> text, bool isMultiline)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (IsRefused(text[at], isMultiline))
            {
                return text[at];
            }
        }

        return null;
    }

    // Bidirectional controls make a text look different from what it is: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
    private static bool IsRefused(char unit, bool isMultiline) => unit switch
    {
        '\t' or '\n' or '\r' => !isMultiline,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => true,
        _ => char.IsControl(unit) || char.IsSurrogate(unit),
    };
}
