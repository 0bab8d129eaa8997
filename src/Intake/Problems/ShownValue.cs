using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ita.Intake.Problems;

/// <summary>A cell's text as a problem may show it: short, on one line, and with nothing invisible in it.</summary>
internal static partial class ShownValue
{
    /// <summary>Stands for what is there and is not shown.</summary>
    public const string Hidden = "…";

    private const int LongestShown = 40;

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        // A letter takes four bytes at most: what is cut here could not be shown anyway.
        var cut = utf8[..Math.Min(utf8.Length, 4 * (LongestShown + 1))];
        return Of(Encoding.UTF8.GetString(cut).TrimEnd('\uFFFD'));
    }

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            var piece = IsInvisible(rune) ? FormattableString.Invariant($"\\u{rune.Value:X4}") : rune.ToString();
            if (shown.Length + piece.Length > LongestShown - 1)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(piece);
        }

        return shown.ToString();
    }

    /// <summary>What may be shown where people's own words may stand: a code or a short number, and else only a mark that something is there.</summary>
    /// <remarks>A row whose cells have moved by one has a name where its year should be, a phone number where its code should be.</remarks>
    public static string OfCode(string text) => MayBeCode().IsMatch(text.Trim()) ? Of(text) : Hidden;

    [GeneratedRegex(@"^[A-Za-z]{0,4}[0-9๐-๙.,%+-]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex MayBeCode();

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
