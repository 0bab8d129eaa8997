namespace Ita.Reports.LineBreaks;

/// <summary>Shortens titles.</summary>
internal static partial class ThaiTitle
{
    /// <returns>The title when it has at most <paramref name="letters"/> letters, without vowels and tones above and below; otherwise its first words
    /// and "…".</returns>
    public static string Cut(string title, int letters)
    {
        if (ThaiLetters.Width(title) <= letters)
        {
            return title;
        }

        var brief = new StringBuilder();
        foreach (var word in Word().Matches(title).SelectMany(run => ThaiLetters.IsThai(run.Value[0]) ? ThaiChunks.Split(run.Value) : [run.Value]))
        {
            if (ThaiLetters.Width(brief + word) > letters)
            {
                break;
            }

            brief.Append(word);
        }

        return $"{(brief.Length == 0 ? title[..letters] : brief.ToString().TrimEnd(' ', '(', '-', ','))}…";
    }

    [GeneratedRegex(@"[\u0E00-\u0E7F]+|[^\u0E00-\u0E7F\s]+|\s+")]
    private static partial Regex Word();
}
