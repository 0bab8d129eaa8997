namespace Ita.Reports.LineBreaks;

/// <summary>A word of a run of Thai letters.</summary>
/// <param name="IsKnown">False for letters between known words, for example a name.</param>
/// <param name="EndsSafely">False when another reading of the run, as likely as this one, has a word across the end of this word.</param>
internal readonly record struct ThaiWord(string Text, bool IsKnown, bool EndsSafely)
{
    public int Width => ThaiLetters.Width(Text);
}

/// <summary>Finds the words of a run of Thai letters: the reading with the fewest words and the fewest letters that are in no word.</summary>
internal static class ThaiWords
{
    private const int Official = 96;
    private const int Word = 100;
    private const int ShortWord = 130;
    private const int BareLetters = 190;
    private const int UnknownPiece = 150;

    /// <param name="widest">Wider words are not looked for.</param>
    public static List<ThaiWord> Split(string run, int widest = ThaiLexicon.Longest)
    {
        var lattice = new Lattice(run, ThaiLetters.Places(run), widest);
        var words = new List<ThaiWord>();
        foreach (var (start, end, known) in lattice.Best())
        {
            var text = run[start..end];
            if (!known && words.Count > 0 && !words[^1].IsKnown)
            {
                words[^1] = new(words[^1].Text + text, false, lattice.IsSafe(end));
            }
            else
            {
                words.Add(new(text, known, lattice.IsSafe(end)));
            }
        }

        return words;
    }

    private static int CostOf(ReadOnlySpan<char> text) => ThaiLetters.Width(text) switch
    {
        _ when ThaiLexicon.IsOfficial(text) => Official,
        > 2 => Word,
        _ when text.ContainsAnyExceptInRange('ก', 'ฮ') => ShortWord,
        _ => BareLetters,
    };

    /// <summary>All readings of a run; the cost of a reading is the sum of its words and unknown pieces.</summary>
    private sealed class Lattice
    {
        private readonly string run;
        private readonly List<int> places;
        private readonly int widest;
        private readonly List<(int From, int To, int Cost, bool Known)> edges = [];
        private readonly int[] before;
        private readonly int[] after;
        private readonly int[] into;

        public Lattice(string run, List<int> places, int widest)
        {
            (this.run, this.places, this.widest) = (run, places, widest);
            before = Filled();
            after = Filled();
            into = new int[places.Count];
            FindEdges();
            before[0] = after[^1] = 0;
            for (var index = 0; index < edges.Count; index++)
            {
                var (from, to, cost, _) = edges[index];
                if (before[from] + cost < before[to])
                {
                    (before[to], into[to]) = (before[from] + cost, index);
                }
            }

            for (var index = edges.Count - 1; index >= 0; index--)
            {
                after[edges[index].From] = Math.Min(after[edges[index].From], edges[index].Cost + after[edges[index].To]);
            }
        }

        public IEnumerable<(int Start, int End, bool Known)> Best()
        {
            var best = new Stack<(int, int, bool)>();
            for (var at = places.Count - 1; at > 0; at = edges[into[at]].From)
            {
                best.Push((places[edges[into[at]].From], places[at], edges[into[at]].Known));
            }

            return best;
        }

        public bool IsSafe(int position)
        {
            var at = places.BinarySearch(position);
            return !edges.Exists(edge => edge.From < at && at < edge.To && before[edge.From] + edge.Cost + after[edge.To] == before[^1]);
        }

        // In the order of their starts, so that one pass forward and one backward find the cheapest readings.
        private void FindEdges()
        {
            for (var from = 0; from < places.Count - 1; from++)
            {
                edges.Add((from, from + 1, UnknownPiece, false));
                for (var to = from + 1; to < places.Count && places[to] - places[from] <= ThaiLexicon.Longest; to++)
                {
                    var text = run.AsSpan(places[from]..places[to]);
                    if (ThaiLexicon.Contains(text) && ThaiLetters.Width(text) <= widest)
                    {
                        edges.Add((from, to, CostOf(text), true));
                    }
                }
            }
        }

        private int[] Filled()
        {
            var costs = new int[places.Count];
            Array.Fill(costs, int.MaxValue / 2);
            return costs;
        }
    }
}
