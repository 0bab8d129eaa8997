using System.Runtime.CompilerServices;

namespace Ita.Domain.Responses;

/// <summary>
/// The answers of one agency to one survey, as a sum of points and a count per question; single respondents are not stored. Sheets and
/// response files are both summed here, so the same answers give the same scores.
/// </summary>
public sealed class SheetSums(QuestionList questions)
{
    /// <summary>Points are summed in whole units of 1/10,000 point, so that points with decimals are summed exactly.</summary>
    private const int UnitsPerPoint = 10_000;

    private readonly long[] sums = new long[questions.Numbers];
    private readonly int[] counts = new int[questions.Numbers];

    public QuestionList Questions => questions;

    /// <summary>The highest number of respondents of any question.</summary>
    public int Respondents => counts.Length == 0 ? 0 : counts.Max();

    public static int UnitsOf(decimal points) => (int)(points * UnitsPerPoint);

    /// <param name="number">The question's <see cref="AskedQuestion.Number"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int number, int units)
    {
        sums[number] += units;
        counts[number]++;
    }

    /// <exception cref="ArgumentException">The sheet belongs to another survey, which is a bug in the caller.</exception>
    public void Add(AnswerSheet sheet)
    {
        sheet.CheckAnswers(questions);
        foreach (var question in questions.Questions)
        {
            Add(question.Number, sheet.Chosen(question).Units);
        }
    }

    public static SheetSums Sum(QuestionList questions, IEnumerable<AnswerSheet> sheets)
    {
        var sums = new SheetSums(questions);
        foreach (var sheet in sheets)
        {
            sums.Add(sheet);
        }

        return sums;
    }

    /// <summary>Number of respondents who answered a question.</summary>
    public int CountOf(int number) => counts[number];

    /// <summary>The mean points of a question, 0 to 100, unrounded; null when it has no answer.</summary>
    public decimal? MeanOf(int number) => counts[number] == 0 ? null : Mean(sums[number], counts[number]);

    /// <summary>The mean and the number of respondents of each item that can be scored, for a <see cref="ScoreSheet"/>.</summary>
    /// <param name="source">See <see cref="GivenScore.Source"/>.</param>
    public ScoreDictionary Scores(ScoreSource source)
    {
        var scores = ImmutableArray.CreateBuilder<GivenScore>(questions.ItemsByKey.Length);
        foreach (var item in questions.ItemsByKey)
        {
            if (IsScored(item))
            {
                scores.Add(new(MeanOf(item), RespondentsOf(item), source));
            }
        }

        return new(
            scores.Count == questions.Keys.Length ? questions.Keys : [.. questions.ItemsByKey.Where(IsScored).Select(item => item.Key)],
            scores.DrainToImmutable());
    }

    /// <summary>The agency's score sheet with the scores of these surveys only.</summary>
    public static ScoreSheet ToScoreSheet(FiscalYear year, string agencyCode, IEnumerable<SheetSums> surveys, string source) =>
        new(year, agencyCode, ScoreDictionary.Of(surveys.SelectMany(sums => sums.Scores(ScoreSource.Of(source)))));

    private bool IsScored(AskedItem item) =>
        counts[item.First] > 0 || (item.HasSubQuestions && item.SubNumbers.All(number => counts[number] > 0));

    /// <summary>For an item with sub-questions, the highest number of respondents of any of them.</summary>
    private int RespondentsOf(AskedItem item) =>
        counts[item.First] > 0 ? counts[item.First] : item.SubNumbers.Max(number => counts[number]);

    /// <summary>The score of an item with sub-questions is the mean of their means.</summary>
    private decimal MeanOf(AskedItem item)
    {
        if (counts[item.First] > 0)
        {
            return Mean(sums[item.First], counts[item.First]);
        }

        var n = counts[item.First + 1];
        return item.SubNumbers.All(number => counts[number] == n)
            // One division instead of several gives the decimal nearest to the exact fraction.
            ? Mean(item.SubNumbers.Sum(number => sums[number]), (long)n * item.Item.SubQuestions.Length)
            : item.SubNumbers.Average(number => Mean(sums[number], counts[number]));
    }

    private static decimal Mean(long sum, long count) => (decimal)sum / (count * UnitsPerPoint);
}
