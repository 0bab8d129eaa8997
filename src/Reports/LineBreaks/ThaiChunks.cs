namespace Ita.Reports.LineBreaks;

/// <summary>Joins the words of a run of Thai letters to the chunks that stay on one line.</summary>
/// <remarks>
/// A line can be broken only between words that are known for certain. Prefixes and prepositions stay with what follows them, names of places
/// with what they are made of, unknown letters with the short words beside them.
/// </remarks>
internal static class ThaiChunks
{
    /// <summary>The most letters that fit the narrowest column of a table.</summary>
    public const int Most = 13;

    /// <summary>Words shorter than this stay with what follows, as long as both have no more letters than <see cref="Comfortable"/>.</summary>
    private const int Short = 3;

    private const int Comfortable = 9;

    public static IEnumerable<string> Split(string run)
    {
        if (ThaiLetters.Width(run) <= Short)
        {
            return [run];
        }

        var words = ThaiWords.Split(run);
        return Joined(words).SelectMany(Fitting);
    }

    private static List<List<ThaiWord>> Joined(List<ThaiWord> words)
    {
        List<List<ThaiWord>> chunks = [];
        for (var at = 0; at < words.Count; at++)
        {
            if (at > 0 && StayTogether(chunks[^1], words, at))
            {
                chunks[^1].Add(words[at]);
            }
            else
            {
                chunks.Add([words[at]]);
            }
        }

        return chunks;
    }

    private static bool StayTogether(List<ThaiWord> chunk, List<ThaiWord> words, int at)
    {
        var (last, next) = (chunk[^1], words[at]);
        if (!last.EndsSafely || IsPrefix(last.Text) || IsPartOfName(last, next))
        {
            return true;
        }

        if (ThaiLexicon.Introduces(last.Text) || ThaiLexicon.Introduces(next.Text))
        {
            return false;
        }

        var width = chunk.Sum(word => word.Width) + next.Width;
        return (width <= Comfortable && !ThaiLexicon.IsLeading(next.Text) && (IsSmall(last) || IsSmall(next) || ThaiLexicon.IsTrailing(next.Text)))
            || (width <= Most && (ThaiLexicon.IsLeading(last.Text) || IsInName(words, at)));
    }

    private static bool IsPrefix(string word) => word is "การ" or "ความ" or "ผู้" or "นัก" or "ประจำ";

    private static bool IsSmall(ThaiWord word) => word.Width < Short;

    // A name that is in no dictionary is unknown letters, and short words that only look like words.
    private static bool IsPartOfName(ThaiWord last, ThaiWord next) => (last.IsKnown, next.IsKnown) switch
    {
        (false, true) => next.Width <= Short && !IsFunction(next.Text),
        (true, false) => last.Width <= Short && !IsFunction(last.Text) && !ThaiLexicon.Introduces(last.Text),
        _ => false,
    };

    private static bool IsInName(List<ThaiWord> words, int at)
    {
        for (var before = at - 1; before >= 0 && !IsFunction(words[before].Text); before--)
        {
            if (ThaiLexicon.Introduces(words[before].Text) || ThaiLexicon.BeginsName(words[before].Text))
            {
                return !IsFunction(words[at].Text);
            }
        }

        return false;
    }

    private static bool IsFunction(string word) => ThaiLexicon.IsLeading(word) || ThaiLexicon.IsTrailing(word);

    // What is too wide for a column is broken between words, but not behind a prefix; unknown letters where they are too wide alone.
    private static IEnumerable<string> Fitting(List<ThaiWord> chunk)
    {
        if (chunk.Sum(word => word.Width) <= Most)
        {
            yield return string.Concat(chunk.Select(word => word.Text));
            yield break;
        }

        var line = "";
        foreach (var piece in chunk.SelectMany(Pieces))
        {
            if (line.Length > 0 && !IsPrefix(line) && ThaiLetters.Width(line) + ThaiLetters.Width(piece) > Most)
            {
                yield return line;
                line = "";
            }

            line += piece;
        }

        yield return line;
    }

    private static IEnumerable<string> Pieces(ThaiWord word)
    {
        if (word.IsKnown && word.Width > Comfortable
            && ThaiWords.Split(word.Text, Comfortable) is var parts && parts.TrueForAll(part => part.IsKnown))
        {
            return parts.Select(part => part.Text);
        }

        if (word.Width <= Most)
        {
            return [word.Text];
        }

        var places = ThaiLetters.Places(word.Text);
        return places.Zip(places.Skip(1), (start, end) => word.Text[start..end]);
    }
}
