using Ita.Domain.Naming;
using Ita.Domain.Texts;

namespace Ita.Intake.Cells;

/// <summary>Reads the texts that are stored: names of agencies, texts of measures, comments.</summary>
internal static class TextCell
{
    /// <param name="cell">As <see cref="CellText.Trimmed(string)"/> returns it.</param>
    public static Reading<string> Read(string cell)
    {
        var text = FormulaGuard.Bare(cell);
        return UnreadableText.Find(text) switch
        {
            TextFault.None => text,
            TextFault.Garbled => new Fault(ProblemCatalogue.TextGarbled),
            _ => new Fault(ProblemCatalogue.TextUnreadable),
        };
    }

    public static Reading<string> ReadProvince(string cell) => ReadOfficial(cell, OfficialNames.Provinces, ProblemCatalogue.ProvinceUnknown);

    public static Reading<string> ReadAgencyType(string cell) => ReadOfficial(cell, OfficialNames.AgencyTypes, ProblemCatalogue.AgencyTypeUnknown);

    private static Reading<string> ReadOfficial(string cell, OfficialNames names, ProblemKind unknown)
    {
        var reading = Read(cell);
        return !reading.IsGood || reading.Value.Length == 0 ? reading
            : names.Find(reading.Value) is { } official ? official
            : new Reading<string>(reading.Value, new Fault(unknown).With("nearest", names.Nearest(reading.Value)));
    }
}
