namespace Ita.Domain.Scoring;

/// <summary>Where a score was read, for the trace: lines of a file, or a text. The default is an unknown source.</summary>
/// <remarks>Line numbers are formatted on demand, because a national file has a million lines.</remarks>
public readonly record struct ScoreSource
{
    private const string AnswersIn = "answers in ";

    private readonly string? words;
    private readonly int first;
    private readonly int last;

    private ScoreSource(string? words, int first, int last) => (this.words, this.first, this.last) = (words, first, last);

    public static ScoreSource Of(string words) => new(words, 0, 0);

    public static ScoreSource Line(int line) => new(null, line, line);

    public static ScoreSource Lines(int first, int last) => new(null, first, last);

    /// <summary>The score is a mean of answers in these lines.</summary>
    public static ScoreSource Answers(int first, int last) => new(AnswersIn, first, last);

    /// <summary>The score is a mean of answers in another source.</summary>
    public static ScoreSource Answers(ScoreSource source) => new(AnswersIn + source, 0, 0);

    /// <summary>Whether a source, as a text, is of answers in a file.</summary>
    public static bool IsOfAnswers(string source) => source.Contains(AnswersIn, StringComparison.Ordinal);

    /// <summary><c>line 5</c>, <c>answers in lines 2-4</c>, or the text; empty for an unknown source.</summary>
    public override string ToString() => (first, last) switch
    {
        (0, _) => words ?? "",
        _ when first == last => FormattableString.Invariant($"{words}line {first}"),
        _ => FormattableString.Invariant($"{words}lines {first}-{last}"),
    };
}
