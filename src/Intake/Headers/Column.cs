namespace Ita.Intake.Headers;

/// <summary>A known column, whatever the file calls it. Its names are in columns.json.</summary>
internal enum Column
{
    FiscalYear,
    AgencyCode,
    AgencyName,
    AgencyType,
    Province,
    District,
    Item,

    /// <summary>What the file calls a score beside its code.</summary>
    Name,
    Score,
    Respondents,
    Part,
    Total,
    Rating,
    Rank,
    InternalStaff,
    ExternalStakeholders,
    Registered,

    /// <summary>The e-mail address for reminders.</summary>
    ContactEmail,
    Reminders,
    Url,
    Comment,
    Instrument,
    Respondent,
    Answer,
    Issue,
    Measure,
    Steps,
    Period,
    Responsible,
    Monitoring,
    Status,
    Percent,
    Result,
    Setting,

    /// <summary>The value of a setting.</summary>
    Value,

    /// <summary>What a respondent or assessor wrote.</summary>
    Remark,

    /// <summary>A time, e-mail address or name of a respondent that survey services add. It is never read.</summary>
    FormDetail,

    /// <summary>A family: one column an indicator, its number at the end of the name.</summary>
    Ind,

    /// <summary>A family: one column a question, named by its code alone.</summary>
    Question,
}

/// <summary>A column of a file: which one, and of which indicator or question when it is one of those.</summary>
/// <param name="Question">In plain spelling, without zeros before its number.</param>
internal readonly record struct ColumnName(Column Column, int? Indicator = null, string? Question = null);
