using System.Runtime.CompilerServices;
using Ita.Domain.Scoring;

namespace Ita.Intake.Answers;

/// <summary>The answers of one agency to one survey, as a sum of points and a count for each question: no row is kept.</summary>
/// <param name="line">Where its first row stands.</param>
internal sealed class AnswerTally(Questionnaire questionnaire, int line)
{
    private readonly long[] sums = new long[questionnaire.Numbers];
    private readonly int[] counts = new int[questionnaire.Numbers];

    public Questionnaire Questionnaire => questionnaire;

    public int FirstLine { get; } = line;

    public int LastLine { get; set; } = line;

    /// <summary>Which questions each respondent has answered; only in files of one row an answer.</summary>
    public RespondentMarks? Respondents { get; set; }

    /// <param name="question">Its <see cref="Question.Number"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int question, int units)
    {
        sums[question] += units;
        counts[question]++;
    }

    /// <summary>Whether the item has been answered the other way: as a whole instead of by sub-questions, or the reverse.</summary>
    public bool IsMixed(Question question) => question.Item.HasSubQuestions
        && (question.IsSubQuestion ? counts[question.Item.First] > 0 : question.Item.SubNumbers.Any(number => counts[number] > 0));

    /// <summary>The mean of each item that can be scored, as exact as a decimal is, and how many answered it.</summary>
    public IEnumerable<(ScoreKey Key, decimal Mean, int Respondents)> Scores() => questionnaire.Items
        .Where(item => counts[item.First] > 0 || (item.HasSubQuestions && item.SubNumbers.All(number => counts[number] > 0)))
        .Select(item => (item.Key, MeanOf(item), RespondentsOf(item)));

    /// <summary>Items of which some sub-questions have answers and others, those named, have none.</summary>
    public IEnumerable<(string Item, string Missing)> Incomplete() => questionnaire.Items
        .Where(item => item.SubNumbers.Any(number => counts[number] > 0) && item.SubNumbers.Any(number => counts[number] == 0))
        .Select(item => (item.Item.Code, string.Join(", ", item.Item.SubQuestions
            .Zip(item.SubNumbers)
            .Where(sub => counts[sub.Second] == 0)
            .Select(sub => sub.First.Code))));

    /// <summary>Where sub-questions were answered by different numbers of people, the most that answered one of them.</summary>
    private int RespondentsOf(AskedItem item) =>
        counts[item.First] > 0 ? counts[item.First] : item.SubNumbers.Max(number => counts[number]);

    /// <summary>An item with sub-questions is the mean of their means (frameworks, section 2).</summary>
    private decimal MeanOf(AskedItem item)
    {
        if (counts[item.First] > 0)
        {
            return Mean(sums[item.First], counts[item.First]);
        }

        var n = counts[item.First + 1];
        return item.SubNumbers.All(number => counts[number] == n)
            // One division instead of several: the nearest decimal to the exact fraction.
            ? Mean(item.SubNumbers.Sum(number => sums[number]), (long)n * item.Item.SubQuestions.Length)
            : item.SubNumbers.Average(number => Mean(sums[number], counts[number]));
    }

    private static decimal Mean(long sum, long count) => (decimal)sum / (count * AnswerCell.UnitsAPoint);
}
