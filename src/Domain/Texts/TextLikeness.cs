namespace Ita.Domain.Texts;

/// <summary>How much two plain texts have in common.</summary>
/// <remarks>
/// Twice the pairs of neighbouring letters both have, over all pairs of both (Dice): 1 for the same text, 0 for nothing shared.
/// A text that stands whole inside the other, at its start or end and in eight letters or more, is the same text cut short.
/// </remarks>
internal static class TextLikeness
{
    /// <summary>From here on two texts are taken for spellings of one.</summary>
    public const decimal Enough = 0.8m;

    private const int ShortestPart = 8;
    private const int ShortestStart = 5;

    public static bool AreAlike(string one, string other) => Compare(one, other) >= Enough || IsCutShort(one, other) || IsCutShort(other, one);

    /// <summary>
    /// Whether a text is another with words left out of its middle: "คู่มือการให้บริการ" of "คู่มือหรือแนวทางการให้บริการ…". It starts
    /// as that one does, and its rest stands whole further on.
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
