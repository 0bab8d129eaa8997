using System.Globalization;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>Reads the registry's code of an agency: trimmed, with ASCII digits.</summary>
internal static class AgencyCodeCell
{
    private const int LongestCode = 40;

    public static Reading<string> Read(string cell)
    {
        var code = CellText.WithAsciiDigits(FormulaGuard.Bare(cell));
        if (code.Length == 0)
        {
            return new Fault(ProblemCatalogue.AgencyCodeEmpty);
        }

        return code.Length <= LongestCode && code.All(MayStandInCode)
            ? code
            : new Fault(ProblemCatalogue.AgencyCodeUnusable).With("limit", LongestCode.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Letters with their Thai marks, digits and joining signs. A plus is not among them on purpose: it comes from a spreadsheet
    /// that turned a long code into 1.23E+12.
    /// </summary>
    private static bool MayStandInCode(char sign) => char.IsLetterOrDigit(sign)
        || sign is '-' or '_' or '.' or ' '
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark;
}
