using Ita.Domain.Texts;

namespace Ita.Intake.Cells;

/// <summary>What may be an agency's code, in a file and in an address.</summary>
public static class AgencyCodes
{
    internal const int Longest = TextLimits.AgencyCode;

    /// <summary>
    /// Letters with their Thai marks, digits, hyphen, underscore, point and space. A plus is left out on purpose: it comes from a spreadsheet
    /// that turned a long code into 1.23E+12.
    /// </summary>
    public static bool MayBe(string code) => code.Length is > 0 and <= Longest && code.All(IsAllowed);

    private static bool IsAllowed(char character) => char.IsLetterOrDigit(character)
        || character is '-' or '_' or '.' or ' '
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;
}
