using Ita.Domain.Texts;

namespace Ita.Intake.Cells;

/// <summary>The one spelling of an agency's code: in files, in addresses and bodies of requests, in keys, runs and surveys.</summary>
public static class AgencyCodes
{
    internal const int Longest = TextLimits.AgencyCode;

    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthToAscii = FirstFullWidth - '!';

    /// <summary>
    /// The code with ASCII digits and letters, without invisible characters and with single spaces; null when it cannot be a code: it is empty or
    /// too long, or has other characters than Latin and Thai letters with their marks, digits, hyphen, underscore, full stop and space.
    /// </summary>
    /// <remarks>
    /// Letters and digits of other scripts are refused, because some look like Latin ones and would make a second agency. So is a plus: it
    /// comes from a spreadsheet program that turned a long code into 1.23E+12.
    /// </remarks>
    public static string? Normalize(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var character in ThaiSpelling.Repair(InvisibleCharacters.Remove(CellText.WithAsciiDigits(text))).Trim())
        {
            var usual = Usual(character);
            if (!IsAllowed(usual, code.Length == 0 ? '\0' : code[^1]))
            {
                return null;
            }

            // Two spaces look like one.
            if (usual != ' ' || code[^1] != ' ')
            {
                code.Append(usual);
            }
        }

        return code.Length is > 0 and <= Longest ? code.ToString() : null;
    }

    /// <summary>Whether the text is a code in its one spelling, as an address must have it.</summary>
    public static bool MayBe(string code) => Normalize(code) == code;

    private static char Usual(char character) => character switch
    {
        >= FirstFullWidth and <= LastFullWidth => (char)(character - FullWidthToAscii),
        _ when char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator => ' ',
        _ => character,
    };

    private static bool IsAllowed(char character, char before) => char.IsAsciiLetterOrDigit(character)
        || character is '-' or '_' or '.' or ' '
        || IsThaiLetter(character)
        || (IsThaiMark(character) && (IsThaiLetter(before) || IsThaiMark(before)));

    private static bool IsThaiLetter(char character) =>
        character is (>= '\u0E01' and <= '\u0E30') or '\u0E32' or '\u0E33' or (>= '\u0E40' and <= '\u0E46');

    private static bool IsThaiMark(char character) => character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
