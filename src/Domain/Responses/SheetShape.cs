namespace Ita.Domain.Responses;

/// <summary>Shapes that a single sheet can have.</summary>
internal static class SheetShape
{
    private const int FewestQuestions = 5;

    /// <summary>
    /// The same option in every question of the longest scale, unless it is the best or the worst everywhere, which can be an opinion.
    /// </summary>
    public static bool IsStraight(QuestionList questions, AnswerSheet sheet)
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
