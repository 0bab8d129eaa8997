using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ita.Domain;
using Ita.Domain.Scoring;
using Ita.Intake.Answers;

namespace Ita.Intake.Kinds;

/// <summary>A stated score, kept small: the key's number in its <see cref="YearBook"/>, -1 respondents for not stated.</summary>
internal readonly record struct DraftScore(int Key, int Line, int Respondents, decimal Score);

/// <summary>What has been read of one agency in one year.</summary>
internal sealed class SheetDraft(YearBook book, string code, int expectedScores)
{
    private const int BitsAWord = 64;

    private readonly List<DraftScore> scores = new(expectedScores);
    private readonly List<AnswerTally> tallies = [];
    private List<(int Key, string Label)>? labels;
    private ulong[] stated = new ulong[2];

    public string Code => code;

    public YearBook Book => book;

    public int ScoreCount => scores.Count;

    public FiscalYear Year => book.Year;

    public AgencyNaming Naming { get; } = new();

    /// <summary>The published rating in the file's words, and its line; null while not stated.</summary>
    public (string Words, int Line)? Rating { get; set; }

    /// <summary>Whether somebody was told already that scores of this agency name no part.</summary>
    public bool PartMissingTold { get; set; }

    /// <summary>The answers of this agency's people, one tally a survey.</summary>
    public IReadOnlyList<AnswerTally> Tallies => tallies;

    public AnswerTally TallyOf(Questionnaire questionnaire, int line)
    {
        foreach (var tally in tallies)
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

    /// <summary>Adds a score unless one of the same key is there.</summary>
    /// <returns>The score that is there already; null when this one was added.</returns>
    public DraftScore? Add(DraftScore score)
    {
        if (score.Key / BitsAWord >= stated.Length)
        {
            Array.Resize(ref stated, (score.Key / BitsAWord) + 1);
        }

        return TryAdd(score) ? null : Stated(score.Key);
    }

    /// <summary>Adds a score unless one of the same key is there, or its key is new to all agencies before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in DraftScore score)
    {
        var (word, bit) = (score.Key / BitsAWord, 1UL << (score.Key % BitsAWord));
        if (word >= stated.Length || (stated[word] & bit) != 0)
        {
            return false;
        }

        stated[word] |= bit;
        scores.Add(score);
        return true;
    }

    /// <summary>What the file calls a score; of two names the first stands.</summary>
    public void Label(int key, string label) => (labels ??= []).Add((key, label));

    // A method of its own: the lambda would cost every score an object.
    private DraftScore Stated(int key) => scores.Find(earlier => earlier.Key == key);

    public ScoreSheet ToSheet() => new(book.Year, code, tallies.Count == 0 ? Scores() : ScoreDictionary.Of(tallies.SelectMany(Means)), Rating?.Words, Labels());

    // A nation's file has a million scores: optimised at once, and without an object for each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ScoreDictionary Scores()
    {
        var keys = new int[scores.Count];
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = scores[place].Key;
        }

        var order = book.OrderOf(keys);
        var places = order.Places;
        var given = new GivenScore[keys.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            given[places[place]] = Given(scores[place]);
        }

        return new(order.Keys, ImmutableCollectionsMarshal.AsImmutableArray(given));
    }

    private static IEnumerable<KeyValuePair<ScoreKey, GivenScore>> Means(AnswerTally tally) =>
        tally.Sums.Scores(ScoreSource.Lines(tally.FirstLine, tally.LastLine));

    private ImmutableSortedDictionary<ScoreKey, string>? Labels() => labels?
        .DistinctBy(label => label.Key)
        .ToImmutableSortedDictionary(label => book.KeyOf(label.Key), label => label.Label);

    private static GivenScore Given(DraftScore score) =>
        new(score.Score, score.Respondents < 0 ? null : score.Respondents, ScoreSource.Line(score.Line));
}
