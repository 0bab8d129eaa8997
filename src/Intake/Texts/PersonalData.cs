namespace Ita.Intake.Texts;

/// <summary>Recognises personal data in a text: telephone and identity numbers, e-mail addresses, names.</summary>
/// <remarks>A name without a title looks like other words, so several words that may be a name are not shown where a cell is wrong.</remarks>
internal static partial class PersonalData
{
    public const string Hidden = "…";

    /// <summary>Whether the text holds a number as long as a telephone's, an address of e-mail, or a name behind its title.</summary>
    public static bool IsIn(string text)
    {
        var plain = CellText.WithAsciiDigits(text);
        return Mail().IsMatch(plain) || TitledName().IsMatch(plain) || (LongNumber().IsMatch(plain) && !Decimal().IsMatch(plain));
    }

    /// <summary>Whether the text is of several words and nothing else, in Thai or with a capital, as a person's name is.</summary>
    public static bool IsLikeName(string text) => Words().IsMatch(text)
        && text.Any(character => character is >= '\u0E00' and <= '\u0E7F' || char.IsUpper(character));

    [GeneratedRegex(@"\S@\S", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>Nine digits or more, with any separators between them.</summary>
    [GeneratedRegex(@"(\d[\s\-–.()/]*){9}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    /// <summary>A number with many decimals is no telephone number, nor is the code of an agency that a program wrote as a number.</summary>
    [GeneratedRegex(@"^[+-]?(\d{1,4}\.\d+|\d{1,8}\.00?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}])(นาย(?!ก)|นาง|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง|ว่าที่|ดร\.|คุณ(?!ภาพ|ธรรม|สมบัติ|ค่า)|(mr|mrs|ms|miss|dr)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitledName();

    [GeneratedRegex(@"^[\p{L}\p{M}.']+(\s+[\p{L}\p{M}.']+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
