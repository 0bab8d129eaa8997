namespace Ita.Domain.Responses;

/// <summary>Patterns that a single sheet can have.</summary>
internal static class SheetShape
{
    private const int FewestQuestions = 5;

    /// <summary>
    /// Whether every question of the longest scale has the same option, except when all are best or all are worst, which can be an opinion.
    /// </summary>
    public static bool IsStraightLine(QuestionList questions, AnswerSheet sheet)
    {
        var longest = questions.Questions.Max(question => question.Options.Length);
        var asked = questions.Questions.Where(question => question.Options.Length == longest).ToList();
        return longest > 2 && asked.Count >= FewestQuestions
            && asked.All(question => sheet.Options[question.Place] == sheet.Options[asked[0].Place])
            && !asked.All(question => sheet.Chosen(question).Units == question.BestUnits)
            && !asked.All(question => sheet.Chosen(question).Units == 0);
    }

    public static bool IsAllBest(QuestionList questions, AnswerSheet sheet) =>
        questions.Questions.All(question => sheet.Chosen(question).Units == question.BestUnits);
}
