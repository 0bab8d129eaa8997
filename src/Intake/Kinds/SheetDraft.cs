using Ita.Domain;
using Ita.Domain.Scoring;
using Ita.Intake.Answers;

namespace Ita.Intake.Kinds;

/// <summary>What has been read of one agency in one year.</summary>
internal sealed class SheetDraft(YearBook book, string code)
{
    private List<AnswerTally>? tallies;
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

    /// <summary>Whether a problem has been reported already that scores of this agency name no part.</summary>
    public bool PartMissingReported { get; set; }

    /// <summary>The answers of this agency's people, one tally per survey.</summary>
    public IReadOnlyList<AnswerTally> Tallies => tallies ?? (IReadOnlyList<AnswerTally>)[];

    public AnswerTally TallyOf(Questionnaire questionnaire, int line)
    {
        foreach (var tally in tallies ??= [])
        {
            if (ReferenceEquals(tally.Questionnaire, questionnaire))
            {
                return tally;
            }
        }

        var added = new AnswerTally(questionnaire, line);
        tallies.Add(added);
        return added;
    }

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

    public ScoreSheet ToSheet() => new(book.Year, code, tallies is null ? Scores() : Means(tallies), Rating?.Words, Labels());

    private ScoreDictionary Scores()
    {
        var order = book.OrderOf(scores);
        return new(order.Keys, new OrderedScores(scores, order));
    }

    private static ScoreDictionary Means(List<AnswerTally> of) => of is [var only] ? Means(only) : ScoreDictionary.Of(of.SelectMany(Means));

    private static ScoreDictionary Means(AnswerTally tally) => tally.Sums.Scores(ScoreSource.Lines(tally.FirstLine, tally.LastLine));

    private ImmutableSortedDictionary<ScoreKey, string>? Labels() => labels?
        .DistinctBy(label => label.Key)
        .ToImmutableSortedDictionary(label => book.KeyOf(label.Key), label => label.Label);
}
