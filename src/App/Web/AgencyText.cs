using Ita.Intake.Cells;

namespace Ita.App.Web;

/// <summary>The text by which a list of agencies is searched.</summary>
internal static class AgencyText
{
    /// <summary>Whether it is a part of the name or the code. A code is compared as files may spell it.</summary>
    /// <param name="text">Null for all.</param>
    public static bool IsIn(string? name, string code, string? text) => text is null
        || name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
        || code.Contains(AgencyCodes.Normalize(text) ?? text, StringComparison.OrdinalIgnoreCase);
}
