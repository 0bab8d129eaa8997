using Ita.Domain.Texts;

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
            .Select((name, place) => (name, place, distance: EditDistance.Between(start, plain(name))))
            .OrderBy(candidate => candidate.distance)
            .ThenBy(candidate => candidate.place)
            .Take(count)
            .Select(candidate => candidate.name);
    }

    /// <summary>As much as is looked at: a name longer than any of ours is no nearer for being read to its end.</summary>
    public static string Start(string text) => text.Length <= Longest ? text : text[..Longest];
}
