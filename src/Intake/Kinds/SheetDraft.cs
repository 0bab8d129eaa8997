using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ita.Domain;
using Ita.Domain.Scoring;
using Ita.Intake.Answers;

namespace Ita.Intake.Kinds;

/// <summary>What has been read of one agency in one year.</summary>
internal sealed class SheetDraft(YearBook book, string code)
{
    private const int BitsAWord = 64;

    private List<AnswerTally>? tallies;
    private List<(int Key, string Label)>? labels;
    private AgencyNaming? naming;

    /// <summary>A bit for each key of which a score is stated.</summary>
    private ulong[] stated = [];
    private int scoreCount;
    private int lastScore = StatedScores.None;

    /// <summary>Whether its scores stand together, as they do when its rows do.</summary>
    private bool isOneRun = true;

    public string Code => code;

    public YearBook Book => book;

    public FiscalYear Year => book.Year;

    public AgencyNaming Naming => naming ??= new();

    /// <summary>The published rating in the file's words, and its line; null while not stated.</summary>
    public (string Words, int Line)? Rating { get; set; }

    /// <summary>Whether somebody was told already that scores of this agency name no part.</summary>
    public bool PartMissingTold { get; set; }

    /// <summary>The answers of this agency's people, one tally a survey.</summary>
    public IReadOnlyList<AnswerTally> Tallies => tallies ?? (IReadOnlyList<AnswerTally>)[];

    /// <summary>The one survey of which there are answers; null where there are none, or several.</summary>
    public AnswerTally? OnlyTally => tallies is [var only] ? only : null;

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

    /// <summary>Adds a score unless one of the same key is there.</summary>
    /// <returns>The score that is there already; null when this one was added.</returns>
    public DraftScore? Add(DraftScore score)
    {
        if (score.Key / BitsAWord >= stated.Length)
        {
            Array.Resize(ref stated, ((book.KeyCount - 1) / BitsAWord) + 1);
        }

        return TryAdd(score) ? null : Stated(score.Key);
    }

    /// <summary>Adds a score of two decimals, unless one of the same key is there, or its key is beyond those of the agency's scores before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAddHundredths(int key, int line, int respondents, int hundredths) =>
        IsFirstOf(key) && Append(book.Scores.AddHundredths(key, line, respondents, hundredths, lastScore));

    /// <summary>The same for any score.</summary>
    public bool TryAdd(in DraftScore score) => IsFirstOf(score.Key) && Append(book.Scores.Add(score, lastScore));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFirstOf(int key)
    {
        var (word, bit) = (key / BitsAWord, 1UL << (key % BitsAWord));
        if (word >= stated.Length || (stated[word] & bit) != 0)
        {
            return false;
        }

        stated[word] |= bit;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Append(int place)
    {
        isOneRun &= scoreCount == 0 || place == lastScore + 1;
        lastScore = place;
        scoreCount++;
        return true;
    }

    /// <summary>What the file calls a score; of two names the first stands.</summary>
    public void Label(int key, string label) => (labels ??= []).Add((key, label));

    public ScoreSheet ToSheet() => new(book.Year, code, tallies is null ? Scores() : Means(tallies), Rating?.Words, Labels());

    private DraftScore Stated(int key)
    {
        var place = lastScore;
        while (book.Scores.KeyAt(place) != key)
        {
            place = book.Scores.Before(place);
        }

        return book.Scores.At(place);
    }

    private ScoreDictionary Scores()
    {
        if (isOneRun)
        {
            var first = lastScore - scoreCount + 1;
            var order = book.OrderOf(first, scoreCount);
            return new(order.Keys, new StatedSheet(book.Scores, first, order));
        }

        var scores = new List<KeyValuePair<ScoreKey, GivenScore>>(scoreCount);
        for (var place = lastScore; place != StatedScores.None; place = book.Scores.Before(place))
        {
            var score = book.Scores.At(place);
            scores.Add(new(book.KeyOf(score.Key), score.Given));
        }

        return ScoreDictionary.Of(scores);
    }

    private static ScoreDictionary Means(List<AnswerTally> of) => of is [var only] ? Means(only) : ScoreDictionary.Of(of.SelectMany(Means));

    private static ScoreDictionary Means(AnswerTally tally) => tally.Sums.Scores(ScoreSource.Lines(tally.FirstLine, tally.LastLine));

    private ImmutableSortedDictionary<ScoreKey, string>? Labels() => labels?
        .DistinctBy(label => label.Key)
        .ToImmutableSortedDictionary(label => book.KeyOf(label.Key), label => label.Label);
}
