namespace Ita.Domain.Texts;

/// <summary>The similarity of two normalized texts.</summary>
/// <remarks>
/// The Dice coefficient of pairs of adjacent characters: 1 for equal texts, 0 when no pair is shared. A text of at least eight characters
/// with which the other starts or ends counts as the same text cut short.
/// </remarks>
internal static class TextSimilarity
{
    /// <summary>From here on, two texts are considered spellings of the same text.</summary>
    public const decimal Threshold = 0.8m;

    private const int ShortestPart = 8;
    private const int ShortestStart = 5;

    public static bool AreSimilar(string one, string other) => Compare(one, other) >= Threshold || IsCutShort(one, other) || IsCutShort(other, one);

    /// <summary>
    /// Whether a text is another one with words left out in the middle: "คู่มือการให้บริการ" for "คู่มือหรือแนวทางการให้บริการ…". Both have the same
    /// start, and the rest of the first occurs later in the second.
    /// </summary>
    public static bool IsAbridged(string part, string whole)
    {
        var start = part.Zip(whole).TakeWhile(pair => pair.First == pair.Second).Count();
        return Enumerable.Range(ShortestStart, Math.Max(0, start - ShortestStart + 1)).Any(cut =>
            part.Length - cut >= ShortestPart && whole.IndexOf(part[cut..], cut, StringComparison.Ordinal) > cut);
    }

    public static decimal Compare(string one, string other)
    {
        if (one == other)
        {
            return 1;
        }

        var pairs = (one.Length - 1) + (other.Length - 1);
        return one.Length < 2 || other.Length < 2 ? 0 : 2m * Shared(one, other) / pairs;
    }

    private static bool IsCutShort(string part, string whole) => part.Length >= ShortestPart
        && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));

    private static int Shared(string one, string other)
    {
        var left = Pairs(one).CountBy(pair => pair).ToDictionary();
        return Pairs(other).CountBy(pair => pair).Sum(pair => Math.Min(pair.Value, left.GetValueOrDefault(pair.Key)));
    }

    private static IEnumerable<(char First, char Second)> Pairs(string text) => text.Zip(text.Skip(1));
}
