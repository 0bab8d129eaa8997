namespace Ita.Intake.Headers;

/// <summary>A column we know, whatever the file calls it. Its names stand in columns.json.</summary>
internal enum Column
{
    FiscalYear,
    AgencyCode,
    AgencyName,
    AgencyType,
    Province,
    District,
    Item,
    Score,
    Respondents,
    Part,
    Total,
    Rating,
    Rank,
    InternalStaff,
    ExternalStakeholders,
    Registered,

    /// <summary>A family: one column an indicator, its number at the end of the name.</summary>
    Ind,
}

/// <summary>A column of a file: which one, and of which indicator when it is one of those.</summary>
internal readonly record struct ColumnName(Column Column, int? Indicator = null);
