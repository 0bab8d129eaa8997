namespace Ita.App.Storage;

/// <summary>The rule for PartitionKey and RowKey.</summary>
/// <remarks>Source: "Understanding the Table service data model", Characters disallowed in key fields: / \ # ? and
/// the control characters U+0000-U+001F and U+007F-U+009F; up to 1 KiB of UTF-16. Checked here because the service's
/// error does not name the character, and because half a surrogate pair would be sent as U+FFFD and silently address
/// another entity.</remarks>
internal static class TableKeyRule
{
    public const int MaxLength = 512;

    /// <exception cref="ArgumentException">The key is null or too long, or contains a character that the service
    /// refuses.</exception>
    public static void Check(string? key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > MaxLength)
        {
            throw new ArgumentException($"{name} has {key.Length} characters; a table key has at most {MaxLength}.", name);
        }

        var at = IndexOfIllegal(key);
        if (at >= 0)
        {
            throw new ArgumentException($"{name} has U+{(int)key[at]:X4} at position {at}, which a table key must not contain.", name);
        }
    }

    /// <summary>True when the UTF-16 unit at this index is allowed in a key, given its neighbours.</summary>
    public static bool IsLegalAt(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '/' or '\\' or '#' or '?' or '\uFFFE' or '\uFFFF' => false,
        var unit when char.IsControl(unit) => false,
        var unit when char.IsHighSurrogate(unit) => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]),
        var unit when char.IsLowSurrogate(unit) => at > 0 && char.IsHighSurrogate(text[at - 1]),
        _ => true,
    };

    private static int IndexOfIllegal(string key)
    {
        for (var at = 0; at < key.Length; at++)
        {
            if (!IsLegalAt(key, at))
            {
                return at;
            }
        }

        return -1;
    }
}
