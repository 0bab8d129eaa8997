namespace Ita.Intake.Texts;

/// <summary>A text of the file as a problem may show it: short, on one line, with nothing invisible in it and nothing of a person.</summary>
internal static partial class ShownValue
{
    private const int LongestShown = 40;

    /// <summary>For a cell that should hold a number or a code. Several words may be a person's name and are not shown.</summary>
    public static string Of(ReadOnlySpan<byte> utf8) => Of(Start(utf8));

    public static string Of(string text) => PersonalData.IsIn(text) || PersonalData.IsLikeName(text.Trim()) ? PersonalData.Hidden : Short(text);

    /// <summary>For a cell that should hold public words: the name of an agency, a published rating.</summary>
    public static string OfWords(ReadOnlySpan<byte> utf8) => OfWords(Start(utf8));

    public static string OfWords(string text) => PersonalData.IsIn(text) ? PersonalData.Hidden : Short(text);

    private static string Start(ReadOnlySpan<byte> utf8)
    {
        // Twice the shown length, so that personal data cut in half is still recognised. A character has up to four bytes.
        var cut = utf8[..Math.Min(utf8.Length, 4 * 2 * LongestShown)];
        return Encoding.UTF8.GetString(cut).TrimEnd('\uFFFD');
    }

    /// <summary>The text on one line, cut where it is long, with codes in place of invisible characters.</summary>
    public static string Short(string text)
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

    /// <summary>For a cell that may hold a person's own words: only a code or a short number is shown.</summary>
    /// <remarks>A row whose cells have moved by one has a name where its year should be, a phone number where its code should be.</remarks>
    public static string OfCode(string text) => MayBeCode().IsMatch(text.Trim()) ? Of(text) : PersonalData.Hidden;

    [GeneratedRegex(@"^[A-Za-z]{0,4}[0-9๐-๙.,%+-]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex MayBeCode();

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
