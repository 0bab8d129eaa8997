namespace Ita.Domain.Responses;

/// <summary>The result of reading a posted sheet: the sheet, or every problem found in it.</summary>
/// <param name="Sheet">Null when there is a problem: a sheet is accepted as a whole or not at all.</param>
/// <param name="Problems">Each names its question by code in <see cref="Problem.Column"/>, so that a page can show the problem beside the
/// question.</param>
public sealed record PostedSheet(AnswerSheet? Sheet, ImmutableArray<Problem> Problems)
{
    private const int LongestShown = 12;

    private static readonly ImmutableArray<string> ScoreNames = ["score", "scores", "points", "mean", "total", "n", "คะแนน"];

    /// <summary>
    /// Reads the fields of a form or of a JSON object: the code of a question, and the number or the exact label of the option chosen.
    /// </summary>
    /// <remarks>
    /// Points are refused, unlike in response files, which an assessor writes: only the server decides what an answer is worth. A number
    /// always means an option, and no option number equals the points of any option.
    /// </remarks>
    /// <param name="posted">Only answers: the caller has removed other fields, such as the access code and the password.</param>
    public static PostedSheet Read(QuestionList questions, IReadOnlyDictionary<string, string> posted, SheetMarks marks = SheetMarks.None)
    {
        var problems = new List<Problem>();
        var options = new byte[questions.Questions.Length];
        foreach (var (name, value) in posted.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (questions.Find(name) is not { } question)
            {
                problems.Add(Unasked(questions, name));
            }
            else if (options[question.Place] != 0)
            {
                problems.Add(new("sheet-answer-twice", Severity.Error, Column: question.Code));
            }
            else
            {
                options[question.Place] = (byte)(Chosen(question, value.Trim(), problems)?.Number ?? 0);
            }
        }

        problems.AddRange(questions.Questions
            .Where(question => options[question.Place] == 0 && problems.All(problem => problem.Column != question.Code))
            .Select(question => new Problem("sheet-answer-missing", Severity.Error, Column: question.Code)));
        return problems.Count > 0
            ? new(null, InOrder(questions, problems))
            : new(new(questions.Framework.Year, questions.Code, questions.Mark, [.. options], marks), []);
    }

    private static AnswerOption? Chosen(AskedQuestion question, string value, List<Problem> problems)
    {
        if (value.Length == 0)
        {
            problems.Add(new("sheet-answer-missing", Severity.Error, Column: question.Code));
            return null;
        }

        var chosen = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? question.Option(number)
            : question.Options.FirstOrDefault(option => option.Label == value);
        if (chosen is null)
        {
            problems.Add(Unknown(question, value));
        }

        return chosen;
    }

    private static Problem Unknown(AskedQuestion question, string value)
    {
        var isNumber = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && value.Length <= LongestShown;
        var shown = isNumber ? value : "…";
        return new Problem(isNumber ? "sheet-score-refused" : "sheet-answer-unknown", Severity.Error, Column: question.Code, Value: shown)
            .With("labels", string.Join(", ", question.Options.Select(option => FormattableString.Invariant($"{option.Number} = {option.Label}"))));
    }

    // The typed text can contain personal data, so it is shown only when it looks like a code.
    private static Problem Unasked(QuestionList questions, string name)
    {
        var last = name.Split('.', '_', '-', '[')[^1].TrimEnd(']');
        var shown = name.Length <= LongestShown && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_') ? name : "…";
        return ScoreNames.Contains(last, StringComparer.OrdinalIgnoreCase)
            ? new Problem("sheet-score-refused", Severity.Error, Column: shown, Value: shown).With("labels", "1, 2, …")
            : new Problem("sheet-question-unknown", Severity.Error, Column: shown, Value: shown).With("survey", questions.Code);
    }

    private static ImmutableArray<Problem> InOrder(QuestionList questions, List<Problem> problems) =>
        [.. problems.OrderBy(problem => questions.Find(problem.Column!)?.Place ?? int.MaxValue)];
}
