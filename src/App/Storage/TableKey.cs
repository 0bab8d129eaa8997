namespace Ita.App.Storage;

/// <summary>Converts any text to a valid table key and back. Plain codes stay as they are; a character that a key
/// must not contain becomes <c>~</c> and the four hexadecimal digits of its UTF-16 unit: <c>กค 0101/2569</c> is <c>กค
/// 0101~002F2569</c>.</summary>
/// <remarks>~ instead of %, because proxies and libraries tend to decode a percent sign in a key. Equal texts have
/// equal keys and different texts different keys, but the order of keys is not the order of texts.</remarks>
public static class TableKey
{
    private const char Mark = '~';
    private const int Digits = 4;

    // Half of what a key contains beside two names.
    private const int Room = 16;

    /// <summary>True when the text takes less than half of a key, so that two of them fit beside a year and a mark.</summary>
    public static bool FitsHalf(string text) => Escape(text).Length <= (TableKeyRule.MaxLength / 2) - Room;

    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsPlain(text, at))
            {
                key.Append(text[at]);
            }
            else
            {
                key.Append(Mark).Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }

    /// <exception cref="FormatException"><see cref="Escape"/> never returns this key.</exception>
    public static string Unescape(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = new StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] == Mark)
            {
                text.Append(ReadUnit(key, at + 1));
                at += Digits;
            }
            else
            {
                text.Append(key[at]);
            }
        }

        return Confirmed(text.ToString(), key);
    }

    private static bool IsPlain(string text, int at) => text[at] != Mark && TableKeyRule.IsLegalAt(text, at);

    private static char ReadUnit(string key, int at) =>
        at + Digits <= key.Length
        && ushort.TryParse(key.AsSpan(at, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : throw Refused(key);

    // Accepts the canonical form only: "~0041" would decode to A, but A is never written so, and one agency would have
    // two keys.
    private static string Confirmed(string text, string key) => Escape(text) == key ? text : throw Refused(key);

    private static FormatException Refused(string key) => new($"'{key}' is not a key that TableKey.Escape gives.");
}
