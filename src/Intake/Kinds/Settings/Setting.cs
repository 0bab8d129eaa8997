using Ita.Domain.Settings;

namespace Ita.Intake.Kinds.Settings;

/// <summary>A setting that a file can give: its names, and how its text becomes a value.</summary>
/// <param name="Name">The English name in files.</param>
/// <param name="NameTh">The Thai name in files and forms.</param>
/// <param name="Put">The settings with the value of a text, or what is wrong with the text. The value of a list is added to it.</param>
/// <param name="Show">The values of settings as a form has them; none when the setting has no value.</param>
/// <param name="IsList">Whether it may be given in several rows, one for each line.</param>
internal sealed record Setting(
    string Name,
    string NameTh,
    Func<ReportSettings, string, Reading<ReportSettings>> Put,
    Func<ReportSettings, IEnumerable<string>> Show,
    bool IsList = false)
{
    /// <summary>As problems name it.</summary>
    public string Shown => $"{NameTh} ({Name})";
}
