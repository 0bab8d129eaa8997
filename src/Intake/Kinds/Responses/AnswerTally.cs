using Ita.Domain.Responses;

namespace Ita.Intake.Kinds.Responses;

/// <summary>The answers of one agency to one survey as a file states them, summed: no row is kept.</summary>
/// <param name="line">The line of its first row.</param>
internal sealed class AnswerTally(Questionnaire questionnaire, int line)
{
    public Questionnaire Questionnaire => questionnaire;

    public SheetSums Sums { get; } = new(questionnaire.List);

    public int FirstLine { get; } = line;

    public int LastLine { get; set; } = line;

    /// <summary>Which questions each respondent has answered; null while the file has named none.</summary>
    public RespondentMarks? Respondents { get; set; }

    /// <param name="question">Its <see cref="Question.Number"/>.</param>
    public void Add(int question, int units) => Sums.Add(question, units);

    /// <summary>Whether the item has been answered the other way: as a whole instead of by sub-questions, or the reverse.</summary>
    public bool IsMixed(Question question) => question.IsSubQuestion
        ? Sums.CountOf(question.Item.First) > 0
        : question.Item.SubNumbers.Any(number => Sums.CountOf(number) > 0);

    /// <summary>Items of which some sub-questions have answers and others, those named, have none.</summary>
    public IEnumerable<(string Item, string Missing)> Incomplete() => questionnaire.ItemsOfSubQuestions
        .Where(item => item.SubNumbers.Any(number => Sums.CountOf(number) > 0) && item.SubNumbers.Any(number => Sums.CountOf(number) == 0))
        .Select(item => (item.Item.Code, string.Join(", ", item.Item.SubQuestions
            .Zip(item.SubNumbers)
            .Where(sub => Sums.CountOf(sub.Second) == 0)
            .Select(sub => sub.First.Code))));

    public ScoreDictionary Means() => Sums.Scores(SheetLine.AnswersOf(FirstLine, LastLine));
}
