namespace Ita.Intake.Texts;

/// <summary>Finds known names that a misspelt one may have meant, by edit distance.</summary>
internal static class NearestName
{
    private const int Longest = 60;

    /// <param name="plain">How a known name is spelt for comparison with <paramref name="text"/>.</param>
    public static IEnumerable<string> Find(string text, IEnumerable<string> known, Func<string, string> plain, int count)
    {
        var start = Start(text);
        return known
            .Select((name, place) => (name, place, distance: Distance(start, plain(name))))
            .OrderBy(candidate => candidate.distance)
            .ThenBy(candidate => candidate.place)
            .Take(count)
            .Select(candidate => candidate.name);
    }

    /// <summary>As much as is looked at: a name longer than any of ours is no nearer for being read to its end.</summary>
    public static string Start(string text) => text.Length <= Longest ? text : text[..Longest];

    /// <summary>How many letters must be put in, taken out or changed to turn one text into the other (Levenshtein).</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }
}
