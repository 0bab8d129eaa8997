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

    public static ScoreKey Indicator(int number, string? part = null) => new(FormattableString.Invariant($"IND{number}"), part);

    /// <summary>In the order of their texts. Every look into a sheet compares, so the texts are only written where the codes do not decide.</summary>
    public int CompareTo(ScoreKey other)
    {
        var order = string.CompareOrdinal(Code, other.Code);
        return (Part ?? other.Part) is null || (order != 0 && !IsStartOfOther(other))
            ? order
            : string.CompareOrdinal(ToString(), other.ToString());
    }

    /// <summary><c>E1</c>, or <c>E1@EIT1</c> for one part's figure; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => Part is null ? Code : $"{Code}@{Part}";

    private bool IsStartOfOther(ScoreKey other) =>
        Code.StartsWith(other.Code, StringComparison.Ordinal) || other.Code.StartsWith(Code, StringComparison.Ordinal);

    public static ScoreKey Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new(text) : new(text[..at], text[(at + 1)..]);
    }
}
