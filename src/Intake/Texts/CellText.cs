using System.Buffers;
using Ita.Domain.Texts;

namespace Ita.Intake.Texts;

/// <summary>Reading the text of a cell: what counts as blank, and plain spellings for comparison.</summary>
internal static class CellText
{
    private const char FirstThaiDigit = '๐';
    private const char LastThaiDigit = '๙';

    // Copies out of PDF files split sara am (ำ) into nikhahit and sara aa, which look the same.
    private const string SplitSaraAm = "\u0E4D\u0E32";
    private const string SaraAm = "\u0E33";

    public static bool IsBlank(ReadOnlySpan<byte> cell) => cell.IsEmpty || (cell[0] is <= (byte)' ' or >= 0x80 && !IsThai(cell) && HasNoText(cell));

    /// <summary>Whether the first character is in the Thai block, where none is blank.</summary>
    private static bool IsThai(ReadOnlySpan<byte> cell) => cell is [0xE0, 0xB8 or 0xB9, ..];

    private static bool HasNoText(ReadOnlySpan<byte> cell)
    {
        var rest = cell.Trim(" \t\r\n"u8);
        return rest.IsEmpty || (rest[0] >= 0x80 && Trimmed(rest).Length == 0);
    }

    /// <summary>
    /// The cell's text without invisible characters and surrounding space of any kind, in the one spelling of <see cref="ThaiSpelling"/>.
    /// </summary>
    public static string Trimmed(ReadOnlySpan<byte> cell) => Trimmed(Encoding.UTF8.GetString(cell));

    public static string Trimmed(string text) => ThaiSpelling.Repair(InvisibleCharacters.Remove(text).Trim());

    /// <summary>The text without the apostrophe that people put before it, so that a spreadsheet program leaves it as it is.</summary>
    public static string WithoutApostrophe(string text) => text is ['\'', ..] ? text[1..] : text;

    /// <summary>Thai digits as ASCII digits.</summary>
    public static string WithAsciiDigits(string text) => text.AsSpan().IndexOfAnyInRange(FirstThaiDigit, LastThaiDigit) < 0
        ? text
        : string.Create(text.Length, text, static (result, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                var character = source[index];
                result[index] = character is >= FirstThaiDigit and <= LastThaiDigit ? (char)('0' + character - FirstThaiDigit) : character;
            }
        });

    private static readonly string[] UnitsBehind = ["%", "คะแนน", "คน", "ราย", "แห่ง", "points"];

    private static readonly string[] UnitsBefore = ["ร้อยละ", "คะแนน"];

    /// <summary>A number's text without the unit people write with it: <c>94.23 %</c>, <c>ร้อยละ 94.23</c>, <c>51 คน</c>.</summary>
    public static string WithoutUnit(string text)
    {
        var bare = Array.Find(UnitsBefore, unit => text.StartsWith(unit, StringComparison.Ordinal)) is { } before
            ? text[before.Length..].TrimStart()
            : text;
        return Array.Find(UnitsBehind, unit => bare.EndsWith(unit, StringComparison.Ordinal)) is { } found ? bare[..^found.Length].TrimEnd() : bare;
    }

    /// <summary>
    /// For comparing names of columns and items: no spaces, underscores or hyphens, small letters, ASCII digits, and sara am whole even
    /// where a space had split it.
    /// </summary>
    public static string Plain(string text) => string.Concat(WithAsciiDigits(Trimmed(text))
        .Where(character => !char.IsWhiteSpace(character) && character is not ('_' or '-'))
        .Select(char.ToLowerInvariant))
        .Replace(SplitSaraAm, SaraAm, StringComparison.Ordinal);

    /// <summary><c>i01</c> as <c>i1</c>.</summary>
    public static string WithoutZeros(string plain)
    {
        var prefix = plain.Length - plain.TrimStart(Letters).Length;
        var number = plain[prefix..].TrimStart('0');
        return prefix == 0 || number.Length == 0 ? plain : plain[..prefix] + number;
    }

    private static readonly char[] Letters = "abcdefghijklmnopqrstuvwxyz".ToCharArray();

    private const int LongestLabel = TextLimits.Label;

    /// <summary>A text that a file calls something by, cut where it is very long.</summary>
    public static string Shortened(string text) => text.Length <= LongestLabel
        ? text
        : text[..(char.IsHighSurrogate(text[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)];
}
