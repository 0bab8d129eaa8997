using System.Globalization;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>Reads the registry's code of an agency: trimmed, with ASCII digits.</summary>
internal static class AgencyCodeCell
{
    public static Reading<string> Read(string cell)
    {
        var code = CellText.WithAsciiDigits(FormulaGuard.Bare(cell));
        if (code.Length == 0)
        {
            return new Fault(ProblemCatalogue.AgencyCodeEmpty);
        }

        return AgencyCodes.MayBe(code)
            ? code
            : new Fault(ProblemCatalogue.AgencyCodeUnusable).With("limit", AgencyCodes.Longest.ToString(CultureInfo.InvariantCulture));
    }
}
