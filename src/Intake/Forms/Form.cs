using Ita.Domain.Improvement;
using Ita.Domain.Naming;
using Ita.Domain.Settings;

namespace Ita.Intake.Forms;

/// <summary>The agency and year of a form, and the data that is filled in already.</summary>
internal sealed class Form
{
    public Form(Framework framework, string agencyCode, ScoreSheet? sheet, Agency? agency, IReadOnlyList<Measure> measures, string? instrument)
    {
        if ((sheet is not null && (sheet.Year != framework.Year || sheet.AgencyCode != agencyCode))
            || (agency is not null && (agency.Year != framework.Year || agency.Code != agencyCode))
            || measures.Any(measure => measure.Analysed != framework.Year))
        {
            throw new ArgumentException($"What is known is not all of {agencyCode} {framework.Year}.");
        }

        (Framework, Sheet, Agency, Measures) = (framework, sheet ?? ScoreSheet.Empty(framework.Year, agencyCode), agency, measures);
        Instrument = instrument;
    }

    public Framework Framework { get; }

    public ScoreSheet Sheet { get; }

    public Agency? Agency { get; }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The settings of the agency and year.</summary>
    public ReportSettings Settings { get; init; } = ReportSettings.Blank;

    /// <summary>The survey that a form of responses is for; null for the first of the year.</summary>
    public string? Instrument { get; }

    /// <summary>Year, code, name, type and province, which begin each row; see <see cref="FormColumns.Start"/>.</summary>
    public string[] Start =>
    [
        .. Key,
        Agency?.Name ?? "",
        Official(OfficialNames.AgencyTypes, Agency?.Type),
        Official(OfficialNames.Provinces, Agency?.Province),
    ];

    /// <summary>The two cells that each row of each kind has.</summary>
    public string[] Key => [Framework.Year.ToString(), Sheet.AgencyCode];

    public string ScoreOf(ScoreKey key) => Sheet.Scores.TryGetValue(key, out var given) ? Shown(given.Score) : "";

    public string RespondentsOf(ScoreKey key) => Sheet.Scores.TryGetValue(key, out var given) ? Shown(given.Respondents) : "";

    /// <summary>Empty for a name that is not official: a file with it would give a warning.</summary>
    private static string Official(OfficialNames names, string? name) => name is not null && names.Find(name) is not null ? name : "";

    /// <summary>With the decimals it has.</summary>
    public static string Shown(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
