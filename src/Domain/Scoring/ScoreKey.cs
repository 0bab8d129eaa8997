namespace Ita.Domain.Scoring;

/// <summary>
/// The name of a score in a sheet: an item (<c>I1</c>, <c>O34</c>), a sub-indicator (<c>9.1</c>), an indicator (<c>IND4</c>), an
/// instrument (<c>IIT</c>) or <c>TOTAL</c>, and, where an instrument has parts, the part the figure belongs to.
/// </summary>
/// <param name="Code">As the framework spells it.</param>
/// <param name="Part">Code of the part, for example EIT1; null for the combined figure of both parts, or when there are no parts.</param>
public readonly record struct ScoreKey(string Code, string? Part = null) : IComparable<ScoreKey>
{
    /// <summary>The code of the whole result.</summary>
    public const string TotalCode = "TOTAL";

    public static ScoreKey Total { get; } = new(TotalCode);

    private const char BeforePart = '@';

    // Cached because they are used often; no year has more indicators.
    private static readonly string[] IndicatorCodes = [.. Enumerable.Range(0, 20).Select(IndicatorCode)];

    public static ScoreKey Indicator(int number, string? part = null) =>
        new(number < IndicatorCodes.Length ? IndicatorCodes[number] : IndicatorCode(number), part);

    /// <summary>The ordinal order of the texts of <see cref="ToString"/>, compared without creating them.</summary>
    public int CompareTo(ScoreKey other)
    {
        // Called millions of times to sort and search sheets; mostly the first letters differ or both keys share the same string.
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

    /// <summary><c>E1</c>, or <c>E1@EIT1</c> for the figure of one part; <see cref="Parse"/> is the inverse.</summary>
    public override string ToString() => Part is null ? Code : $"{Code}{BeforePart}{Part}";

    // The code is a prefix of the other one: it is followed by '@' and its part, or by nothing, which sorts first.
    private static int After(string? part, char next) => part is null ? -1 : BeforePart.CompareTo(next);

    private static string IndicatorCode(int number) => FormattableString.Invariant($"IND{number}");

    public static ScoreKey Parse(string text)
    {
        var at = text.IndexOf(BeforePart, StringComparison.Ordinal);
        return at < 0 ? new(text) : new(text[..at], text[(at + 1)..]);
    }
}
