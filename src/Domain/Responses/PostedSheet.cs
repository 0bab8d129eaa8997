namespace Ita.Domain.Responses;

/// <summary>What was posted as one sheet: the sheet, or everything that is wrong with it.</summary>
/// <param name="Sheet">Null when there is a problem: a sheet is taken whole or not at all.</param>
/// <param name="Problems">Each names its question in <see cref="Problem.Column"/>, as the list spells it, so that a page can show it there.</param>
public sealed record PostedSheet(AnswerSheet? Sheet, ImmutableArray<Problem> Problems)
{
    private const int LongestShown = 12;

    private static readonly ImmutableArray<string> ScoreNames = ["score", "scores", "points", "mean", "total", "n", "คะแนน"];

    /// <summary>
    /// Reads the fields of a form or of a JSON object: a question's code, and its answer by the option's number or its exact words.
    /// </summary>
    /// <remarks>
    /// Points are refused, unlike in response files, where an assessor writes them: what an answer earns is the server's to say. A
    /// number is always an option's number, and no option's number is one of the points of a question.
    /// </remarks>
    /// <param name="posted">Fields that are no answers (a code, a password) are taken out before.</param>
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

    // The typed text can be personal: only what looks like a code is shown.
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
