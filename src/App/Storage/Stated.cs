namespace Ita.App.Storage;

/// <summary>The time when something was stated, as a sortable text. The statement received last wins, not the one
/// processed last, because messages are processed in any order (docs/decisions/0004).</summary>
public static class Stated
{
    /// <summary>The name of the column that stores it.</summary>
    public const string Column = "stated";

    /// <param name="at">When it was received.</param>
    /// <param name="upload">The upload's id, which orders two statements of the same instant; empty for a statement
    /// over the API.</param>
    public static string At(DateTimeOffset at, string upload = "") => FormattableString.Invariant($"{at.UtcDateTime:O} {upload}");

    /// <summary>True when a statement replaces the known one. Equal ones do, so that a step can be repeated.</summary>
    public static bool Counts(string stated, string? known) => known is null || string.CompareOrdinal(stated, known) >= 0;
}
