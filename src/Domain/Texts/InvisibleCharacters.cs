using System.Buffers;

namespace Ita.Domain.Texts;

/// <summary>Characters without a shape, which copying out of web pages, PDF files and messages leaves in a text.</summary>
public static class InvisibleCharacters
{
    /// <summary>Soft hyphen, joiners, word joiner, byte order mark, direction marks, variation selectors and the fillers of Hangul.</summary>
    private static readonly SearchValues<char> Known = SearchValues.Create(
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u180F\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
        + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\u3164"
        + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uFEFF\uFFA0"
        + Plane14);

    /// <summary>The high surrogate of the tags and of the further variation selectors.</summary>
    private const char Plane14 = '\uDB40';

    /// <summary>The text without them.</summary>
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny(Known) < 0)
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!Known.Contains(text[at]))
            {
                kept.Append(text[at]);
            }
            else if (text[at] == Plane14 && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
        }

        return kept.ToString();
    }
}
