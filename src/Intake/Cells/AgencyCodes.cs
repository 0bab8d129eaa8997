namespace Ita.Intake.Cells;

/// <summary>What may be an agency's code, in a file and in an address.</summary>
public static class AgencyCodes
{
    internal const int Longest = 40;

    /// <summary>
    /// Letters with their Thai marks, digits and joining signs. A plus is not among them on purpose: it comes from a spreadsheet
    /// that turned a long code into 1.23E+12.
    /// </summary>
    public static bool MayBe(string code) => code.Length is > 0 and <= Longest && code.All(MayStandInCode);

    private static bool MayStandInCode(char sign) => char.IsLetterOrDigit(sign)
        || sign is '-' or '_' or '.' or ' '
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark;
}
