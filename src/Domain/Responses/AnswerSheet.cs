namespace Ita.Domain.Responses;

/// <summary>Facts recorded about a sheet besides its answers; never who sent it or when.</summary>
[Flags]
public enum SheetMarks
{
    None = 0,

    /// <summary>Sent sooner after the form was shown than the questions could have been read.</summary>
    AnsweredFast = 1,
}

/// <summary>One person's answers to one survey (แบบตอบ): the number of the option chosen in each question, and nothing about the person.</summary>
/// <param name="Survey">Code of the instrument or part, see <see cref="QuestionList.Code"/>.</param>
/// <param name="Mark">Identifies the version of the question list that was answered; see <see cref="QuestionList.Mark"/>.</param>
/// <param name="Options">Option numbers, from 1, indexed by <see cref="AskedQuestion.Place"/>; every question is answered.</param>
public sealed record AnswerSheet(FiscalYear Year, string Survey, string Mark, ImmutableArray<byte> Options, SheetMarks Marks = SheetMarks.None)
{
    private const string Format = "1";
    private const char Separator = '.';

    /// <summary>
    /// The sheet as a short ASCII text: format, year, survey, mark of the question list, sheet marks and answers, separated by full stops.
    /// </summary>
    public string Pack() => string.Join(
        Separator, Format, Year, Survey, Mark, ((int)Marks).ToString(CultureInfo.InvariantCulture), Answers);

    /// <summary>The answers alone, one digit per question. Sheets with equal texts have the same answers throughout.</summary>
    public string Answers => string.Create(Options.Length, Options, static (text, options) =>
    {
        for (var place = 0; place < text.Length; place++)
        {
            text[place] = (char)('0' + options[place]);
        }
    });

    /// <exception cref="FormatException">The text is not a packed sheet of this list. Stored answers are written by <see cref="Pack"/>, so
    /// this indicates a bug.</exception>
    public static AnswerSheet Unpack(QuestionList questions, string packed)
    {
        var parts = packed.Split(Separator);
        if (parts.Length != 6 || parts[0] != Format || parts[1] != questions.Framework.Year.ToString() || parts[2] != questions.Code
            || parts[3] != questions.Mark || !int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var marks)
            || !Fits(questions, parts[5]))
        {
            throw new FormatException($"No packed sheet of {questions.Code} {questions.Framework.Year} with the mark {questions.Mark}.");
        }

        return new(questions.Framework.Year, questions.Code, questions.Mark, [.. parts[5].Select(digit => (byte)(digit - '0'))], (SheetMarks)marks);
    }

    /// <summary>The option chosen in a question.</summary>
    public AnswerOption Chosen(AskedQuestion question) => question.Options[Options[question.Place] - 1];

    public bool Equals(AnswerSheet? other) => other is not null && Year == other.Year && Survey == other.Survey && Mark == other.Mark
        && Marks == other.Marks && Options.AsSpan().SequenceEqual(other.Options.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Year, Survey, Mark, Marks, Answers);

    /// <exception cref="ArgumentException">The sheet belongs to another question list.</exception>
    internal void CheckAnswers(QuestionList questions)
    {
        if (Year != questions.Framework.Year || Survey != questions.Code || Mark != questions.Mark)
        {
            throw new ArgumentException(
                $"A sheet of {Survey} {Year} ({Mark}) does not answer {questions.Code} {questions.Framework.Year} ({questions.Mark}).");
        }
    }

    private static bool Fits(QuestionList questions, string answers) => answers.Length == questions.Questions.Length
        && questions.Questions.All(question => question.Option(answers[question.Place] - '0') is not null);
}
