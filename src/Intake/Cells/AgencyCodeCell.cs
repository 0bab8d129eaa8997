using System.Globalization;
using System.Text.RegularExpressions;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>Reads the registry's code of an agency: trimmed, with ASCII digits.</summary>
internal static partial class AgencyCodeCell
{
    private const int LongestCode = 40;

    public static Reading<string> Read(string cell)
    {
        // An apostrophe keeps the zeros of a code that a spreadsheet program would take for a number.
        var code = CellText.WithAsciiDigits(CellText.WithoutApostrophe(cell));
        if (code.Length == 0)
        {
            return new Fault(ProblemCatalogue.AgencyCodeEmpty);
        }

        return code.Length <= LongestCode && code.All(MayStandInCode) && code.Any(char.IsLetterOrDigit) && !NumberOrDate().IsMatch(code) && !IsTotal(code)
            ? code
            : new Fault(ProblemCatalogue.AgencyCodeUnusable).With("limit", LongestCode.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The words by which people name a row of totals or means, which is no agency's.</summary>
    private static bool IsTotal(string code) => CellText.Plain(code)
        is "รวม" or "รวมทั้งหมด" or "รวมทั้งสิ้น" or "ผลรวม" or "ทั้งหมด" or "เฉลี่ย" or "ค่าเฉลี่ย" or "คะแนนเฉลี่ย" or "total" or "grandtotal" or "sum" or "average" or "mean";

    /// <summary>What programs make of a code that they take for a number or a date: 6.15E6, 5150101.0, 2023-03-15.</summary>
    [GeneratedRegex(@"^([0-9]+\.0+|[0-9]+\.[0-9]+[eE]-?[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrDate();

    /// <summary>
    /// Letters with their Thai marks, digits and joining signs. A plus is not among them on purpose: it comes from a spreadsheet
    /// that turned a long code into 1.23E+12.
    /// </summary>
    private static bool MayStandInCode(char sign) => char.IsLetterOrDigit(sign)
        || sign is '-' or '_' or '.' or ' '
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark;
}
