namespace Ita.App.Storage;

/// <summary>
/// When something was stated, as a text that sorts: what was received last counts, not what is processed last, for messages come in any order
/// (decision 0004).
/// </summary>
public static class Stated
{
    /// <summary>The column that keeps it.</summary>
    public const string Column = "stated";

    /// <param name="at">When it was received.</param>
    /// <param name="upload">Its id, which decides between two of one moment; empty for what was said over the API.</param>
    public static string At(DateTimeOffset at, string upload = "") => FormattableString.Invariant($"{at.UtcDateTime:O} {upload}");

    /// <summary>Whether it counts over what was known; said once more, it does.</summary>
    public static bool Counts(string stated, string? known) => known is null || string.CompareOrdinal(stated, known) >= 0;
}
