namespace Ita.Domain.Scoring;

/// <summary>
/// The name of a score in a sheet: an item (<c>I1</c>, <c>O34</c>), a sub-indicator (<c>9.1</c>), an indicator (<c>IND4</c>), an
/// instrument (<c>IIT</c>) or <c>TOTAL</c>, and, where an instrument has parts, which part's figure it is.
/// </summary>
/// <param name="Code">As the framework spells it.</param>
/// <param name="Part">The part's instrument code, for example EIT1; null for the figure of both together, or where there are no parts.</param>
public readonly record struct ScoreKey(string Code, string? Part = null) : IComparable<ScoreKey>
{
    /// <summary>The code of the whole result.</summary>
    public const string TotalCode = "TOTAL";

    public static ScoreKey Total { get; } = new(TotalCode);

    private const char BeforePart = '@';

    // Asked for again and again; no year has more indicators.
    private static readonly string[] IndicatorCodes = [.. Enumerable.Range(0, 20).Select(IndicatorCode)];

    public static ScoreKey Indicator(int number, string? part = null) =>
        new(number < IndicatorCodes.Length ? IndicatorCodes[number] : IndicatorCode(number), part);

    /// <summary>The order of the texts of <see cref="ToString"/>, letter by letter, found without writing them.</summary>
    public int CompareTo(ScoreKey other)
    {
        // Sheets are sorted and searched by this millions of times: mostly the first letter tells, or the text is the very same.
        if (ReferenceEquals(Code, other.Code))
        {
            return string.CompareOrdinal(Part, other.Part);
        }

        var shared = Math.Min(Code.Length, other.Code.Length);
        var order = Code.AsSpan(0, shared).SequenceCompareTo(other.Code.AsSpan(0, shared));
        if (order != 0)
        {
            return order;
        }

        return Code.Length == other.Code.Length
            ? string.CompareOrdinal(Part, other.Part)
            : Code.Length < other.Code.Length ? After(Part, other.Code[shared]) : -After(other.Part, Code[shared]);
    }

    /// <summary><c>E1</c>, or <c>E1@EIT1</c> for one part's figure; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => Part is null ? Code : $"{Code}{BeforePart}{Part}";

    // A code that ends where the other goes on: what follows is its part, or nothing, which comes first.
    private static int After(string? part, char next) => part is null ? -1 : BeforePart.CompareTo(next);

    private static string IndicatorCode(int number) => FormattableString.Invariant($"IND{number}");

    public static ScoreKey Parse(string text)
    {
        var at = text.IndexOf(BeforePart, StringComparison.Ordinal);
        return at < 0 ? new(text) : new(text[..at], text[(at + 1)..]);
    }
}
