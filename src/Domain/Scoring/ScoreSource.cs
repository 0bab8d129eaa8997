namespace Ita.Domain.Scoring;

/// <summary>Where a score was read, for the trace: lines of a file, or a text. The default is an unknown source.</summary>
/// <remarks>Line numbers are formatted on demand, because a national file has a million lines.</remarks>
public readonly record struct ScoreSource
{
    private readonly string? words;
    private readonly int first;
    private readonly int last;

    private ScoreSource(string? words, int first, int last) => (this.words, this.first, this.last) = (words, first, last);

    public static ScoreSource Of(string words) => new(words, 0, 0);

    public static ScoreSource Line(int line) => new(null, line, line);

    public static ScoreSource Lines(int first, int last) => new(null, first, last);

    /// <summary><c>line 5</c>, <c>lines 2-4</c>, or the text; empty for an unknown source.</summary>
    public override string ToString() => words ?? (first, last) switch
    {
        (0, _) => "",
        _ when first == last => FormattableString.Invariant($"line {first}"),
        _ => FormattableString.Invariant($"lines {first}-{last}"),
    };
}
