using Ita.Domain.Improvement;
using Ita.Domain.Remarks;
using Ita.Domain.Settings;

namespace Ita.Intake;

/// <summary>The kinds of file that can be uploaded; the header row shows which one a file is.</summary>
public enum FileKind
{
    /// <summary>One row per score of an item, sub-indicator, indicator, instrument or total.</summary>
    Scores,

    /// <summary>One row per agency and year, one column per indicator.</summary>
    Indicators,

    /// <summary>The registry: one row per agency and year.</summary>
    Agencies,

    /// <summary>One row per item of the checklist, with the assessor's score, the address looked at and a comment.</summary>
    Checklist,

    /// <summary>Answers of people asked: one row per respondent, or one row per answer.</summary>
    Responses,

    /// <summary>What an agency does to raise its scores, and its progress: one row per measure.</summary>
    Measures,

    /// <summary>Published results: one row per agency and year, with its total and rating.</summary>
    Totals,

    /// <summary>Settings of an agency for its documents: one row per setting.</summary>
    Settings,

    /// <summary>What assessors and respondents wrote in their own words: one row per remark.</summary>
    Remarks,
}

/// <summary>What an accepted file says of the agencies without a bad row, one record per kind of file.</summary>
/// <param name="Sheets">One per scored agency and year, by year and code. Each is built when it is enumerated, so that a nation of them
/// need not be in memory at once.</param>
/// <param name="Agencies">What the file says of the agencies themselves: their names, types and provinces.</param>
public abstract record IntakeContent(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies)
{
    /// <summary>The content of a refused file.</summary>
    public static IntakeContent None { get; } = new Nothing();

    /// <summary>The codes of all agencies that the file says something of; a code may come several times.</summary>
    public virtual IEnumerable<string> AgencyCodes => Agencies.Select(one => one.Code).Concat(Sheets.Select(one => one.AgencyCode));

    public sealed record Nothing() : IntakeContent([], []);

    public sealed record ScoresFile(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies) : IntakeContent(Sheets, Agencies);

    public sealed record IndicatorsFile(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies) : IntakeContent(Sheets, Agencies);

    public sealed record AgenciesFile(ImmutableArray<Agency> Agencies) : IntakeContent([], Agencies);

    /// <param name="Evidence">What the assessors looked at and said, by year, agency and line.</param>
    public sealed record ChecklistFile(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies, ImmutableArray<Evidence> Evidence)
        : IntakeContent(Sheets, Agencies)
    {
        public override IEnumerable<string> AgencyCodes => base.AgencyCodes.Concat(Evidence.Select(one => one.AgencyCode));
    }

    public sealed record ResponsesFile(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies) : IntakeContent(Sheets, Agencies);

    public sealed record TotalsFile(IReadOnlyCollection<ScoreSheet> Sheets, ImmutableArray<Agency> Agencies) : IntakeContent(Sheets, Agencies);

    /// <param name="Planned">The measures of each agency, by the year analysed, code and line.</param>
    public sealed record MeasuresFile(ImmutableArray<Agency> Agencies, ImmutableArray<AgencyMeasure> Planned) : IntakeContent([], Agencies)
    {
        public override IEnumerable<string> AgencyCodes => base.AgencyCodes.Concat(Planned.Select(one => one.AgencyCode));
    }

    /// <param name="Given">What the file gives each agency and year, by year and code.</param>
    public sealed record SettingsFile(ImmutableArray<Agency> Agencies, ImmutableArray<AgencySettings> Given) : IntakeContent([], Agencies)
    {
        public override IEnumerable<string> AgencyCodes => base.AgencyCodes.Concat(Given.Select(one => one.AgencyCode));
    }

    /// <param name="Sent">The remarks about each agency and year, by year and code. Their personal data is masked.</param>
    public sealed record RemarksFile(ImmutableArray<Agency> Agencies, ImmutableArray<AgencyRemarks> Sent) : IntakeContent([], Agencies)
    {
        public override IEnumerable<string> AgencyCodes => base.AgencyCodes.Concat(Sent.Select(one => one.AgencyCode));
    }
}

/// <summary>A measure of one agency. Its number counts the agency's measures of the year in the order of the file.</summary>
public sealed record AgencyMeasure(string AgencyCode, Measure Measure);

/// <summary>The settings that a file gives an agency; those that it does not mention have no value.</summary>
public sealed record AgencySettings(FiscalYear Year, string AgencyCode, ReportSettings Settings);

/// <summary>The remarks that a file has about an agency, one set for each instrument that it mentions.</summary>
public sealed record AgencyRemarks(FiscalYear Year, string AgencyCode, ImmutableArray<RemarkSet> Sets);

/// <summary>What an assessor looked at for one item of the checklist, and said of it, in the words of the file.</summary>
/// <param name="Item">As the framework spells it.</param>
/// <param name="Comment">May hold personal data: it belongs into no problem, log or public page.</param>
/// <param name="Line">As Excel shows it.</param>
public sealed record Evidence(FiscalYear Year, string AgencyCode, string Item, string? Url, string? Comment, int Line);
