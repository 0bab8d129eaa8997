using Ita.Reports.Rendering;
using Ita.Reports.Sealing;

namespace Ita.App.Reports;

/// <summary>Identifies the build of the program whose texts, rules and layout a document has. Equal for equal sources.</summary>
internal static class ProgramVersion
{
    public static string Current { get; } = ReportSeal.Hash(
        string.Concat(new[] { typeof(Report), typeof(AgencyResult), typeof(ReportDrafts) }.Select(part => part.Module.ModuleVersionId)));
}
