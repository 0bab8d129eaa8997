namespace Ita.Reports.LineBreaks;

/// <summary>The letters and marks of Thai, and the smallest pieces of a text that a line can be broken between.</summary>
internal static partial class ThaiLetters
{
    /// <summary>Whether a character is a Thai letter or mark; digits and ฿ are not.</summary>
    public static bool IsThai(char letter) => letter is (>= 'ก' and <= '\u0e3a') or (>= 'เ' and <= '\u0e4e');

    /// <summary>Letters without the marks above and below, which have no width.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var letter in text)
        {
            width += letter is '\u0e31' or (>= '\u0e34' and <= '\u0e3a') or (>= '\u0e47' and <= '\u0e4e') ? 0 : 1;
        }

        return width;
    }

    /// <summary>The positions between the pieces of a run of Thai letters, from 0 to its length.</summary>
    /// <remarks>
    /// A piece is a consonant with its vowels and marks. What is read with the letter before it is in the piece before: a letter with ์, ๆ and ฯ,
    /// and the final consonant that ั, ็ and ื need.
    /// </remarks>
    public static List<int> Places(string run)
    {
        var places = new List<int> { 0 };
        places.AddRange(Piece().Matches(run).Select(piece => piece.Index + piece.Length));
        return places;
    }

    [GeneratedRegex("[เ-ไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
        + "(?:(?<=[\u0e31\u0e47\u0e37][\u0e48-\u0e4b]?)[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)?[ะาำๅ]*"
        + "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*(?:[ก-ฮ]?[ก-ฮ][\u0e34\u0e38]?\u0e4c)*[ๆฯ]*|.")]
    private static partial Regex Piece();
}
