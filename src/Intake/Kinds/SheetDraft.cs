using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>Adds a score unless one of the same key is there, or its key is beyond those of the agency's scores before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in DraftScore score)
    {
        var (word, bit) = (score.Key / BitsAWord, 1UL << (score.Key % BitsAWord));
        if (word >= stated.Length || (stated[word] & bit) != 0)
        {
            return false;
        }

        stated[word] |= bit;
        lastScore = book.Scores.Add(score, lastScore);
        scoreCount++;
        return true;
    }

    /// <summary>What the file calls a score; of two names the first stands.</summary>
    public void Label(int key, string label) => (labels ??= []).Add((key, label));

    public ScoreSheet ToSheet() => new(book.Year, code, tallies is null ? Scores() : Means(tallies), Rating?.Words, Labels());

    private DraftScore Stated(int key)
    {
        var place = lastScore;
        while (book.Scores.At(place).Score.Key != key)
        {
            place = book.Scores.At(place).Previous;
        }

        return book.Scores.At(place).Score;
    }

    // A nation's file has a million scores: optimised at once, and without an object for each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ScoreDictionary Scores()
    {
        var numbers = new int[scoreCount];
        for (int index = scoreCount - 1, place = lastScore; index >= 0; index--)
        {
            ref readonly var stated = ref book.Scores.At(place);
            (numbers[index], place) = (stated.Score.Key, stated.Previous);
        }

        var order = book.OrderOf(numbers);
        var places = order.Places;
        var given = new GivenScore[scoreCount];
        for (int index = scoreCount - 1, place = lastScore; index >= 0; index--)
        {
            ref readonly var stated = ref book.Scores.At(place);
            ref readonly var score = ref stated.Score;
            given[places[index]] = new(score.Score, score.Respondents < 0 ? null : score.Respondents, ScoreSource.Line(score.Line));
            place = stated.Previous;
        }

        return new(order.Keys, ImmutableCollectionsMarshal.AsImmutableArray(given));
    }

    private ScoreDictionary Means(List<AnswerTally> of)
    {
        var means = of.SelectMany(tally => tally.Sums.Scores(ScoreSource.Lines(tally.FirstLine, tally.LastLine))).ToList();
        var order = book.OrderOf([.. means.Select(mean => book.NumberOf(mean.Key))]);
        var given = new GivenScore[means.Count];
        for (var index = 0; index < given.Length; index++)
        {
            given[order.Places[index]] = means[index].Value;
        }

        return new(order.Keys, ImmutableCollectionsMarshal.AsImmutableArray(given));
    }

    private ImmutableSortedDictionary<ScoreKey, string>? Labels() => labels?
        .DistinctBy(label => label.Key)
        .ToImmutableSortedDictionary(label => book.KeyOf(label.Key), label => label.Label);
}
