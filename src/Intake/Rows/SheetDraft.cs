namespace Ita.Intake.Rows;

/// <summary>What has been read of one agency in one year.</summary>
internal sealed class SheetDraft(YearBook book, string code)
{
    private List<(int Key, string Label)>? labels;
    private AgencyNaming? naming;

    /// <summary>By the number of the key, see <see cref="YearBook.NumberOf"/>.</summary>
    private StatedScore[] scores = [];

    public string Code => code;

    public YearBook Book => book;

    public FiscalYear Year => book.Year;

    public AgencyNaming Naming => naming ??= new();

    /// <summary>The published rating in the file's words, and its line; null while not stated.</summary>
    public (string Words, int Line)? Rating { get; set; }

    /// <summary>The scores that rows state, with the number of the key of each, in the order of these numbers.</summary>
    public IEnumerable<(int Key, StatedScore Score)> Stated
    {
        get
        {
            for (var key = 0; key < scores.Length; key++)
            {
                if (scores[key].Line > 0)
                {
                    yield return (key, scores[key]);
                }
            }
        }
    }

    /// <summary>The line of the first score.</summary>
    public int FirstLine => Stated.Min(stated => stated.Score.Line);

    /// <summary>Whether a problem has been reported already that scores of this agency name no part.</summary>
    public bool PartMissingReported { get; set; }

    /// <summary>Adds a score unless the same key has one.</summary>
    /// <param name="earlier">The score that the key has already.</param>
    public bool TryAdd(int key, in StatedScore score, out StatedScore earlier)
    {
        if (key >= scores.Length)
        {
            Array.Resize(ref scores, book.KeyCount);
        }

        earlier = scores[key];
        if (earlier.Line > 0)
        {
            return false;
        }

        scores[key] = score;
        return true;
    }

    /// <summary>Keeps what the file calls a score; the first name counts.</summary>
    public void Label(int key, string label) => (labels ??= []).Add((key, label));

    /// <param name="computed">Scores in place of those that rows state; null for the stated ones.</param>
    public ScoreSheet ToSheet(ScoreDictionary? computed = null) => new(book.Year, code, computed ?? Scores(), Rating?.Words, Labels());

    private ScoreDictionary Scores()
    {
        var order = book.OrderOf(scores);
        return new(order.Keys, new OrderedScores(scores, order));
    }

    private ImmutableSortedDictionary<ScoreKey, string>? Labels() => labels?
        .DistinctBy(label => label.Key)
        .ToImmutableSortedDictionary(label => book.KeyOf(label.Key), label => label.Label);
}
