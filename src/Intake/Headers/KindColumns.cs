using Ita.Intake.Columns;
using Ita.Intake.Outcomes;
using static Ita.Intake.Columns.Column;

namespace Ita.Intake.Headers;

/// <summary>The columns of one kind of file, or of one form where a kind has two.</summary>
/// <param name="Signs">Columns by which the kind is told from the others: the kind with the most of them, or the one whose only sign it is.</param>
/// <param name="Hints">Columns that every kind may have: they tell this one only when there is no sign at all.</param>
internal sealed record KindColumns(
    FileKind Kind, ImmutableArray<Column> Required, ImmutableArray<Column> Optional, ImmutableArray<Column> Signs, ImmutableArray<Column> Hints)
{
    /// <summary>In the order in which they are tried: a kind of one column a thing comes before those told by less.</summary>
    public static ImmutableArray<KindColumns> All { get; } =
    [
        new(FileKind.Scores,
            Required: [FiscalYear, AgencyCode, Item, Score],
            Optional: [Name, Respondents, Part, AgencyName, AgencyType, Province],
            Signs: [Item, Score],
            Hints: []),
        new(FileKind.Indicators,
            Required: [FiscalYear, AgencyCode, Ind],
            Optional: [AgencyName, AgencyType, Province, Total, Rating, Rank],
            Signs: [Ind, Total, Rating],
            Hints: []),
        new(FileKind.Agencies,
            Required: [FiscalYear, AgencyCode],
            Optional: [AgencyName, AgencyType, Province, District, InternalStaff, ExternalStakeholders, Registered],
            Signs: [District, InternalStaff, ExternalStakeholders, Registered],
            Hints: [AgencyName, AgencyType, Province]),
        new(FileKind.Checklist,
            Required: [FiscalYear, AgencyCode, Item, Score],
            Optional: [Name, Url, Comment, AgencyName, AgencyType, Province],
            Signs: [Item, Score, Url, Comment],
            Hints: []),
        new(FileKind.Responses,
            Required: [FiscalYear, AgencyCode, Instrument, Question],
            Optional: [Respondent, AgencyName, AgencyType, Province],
            Signs: [Instrument, Respondent, Question],
            Hints: []),
        new(FileKind.Responses,
            Required: [FiscalYear, AgencyCode, Instrument, Respondent, Item, Answer],
            Optional: [AgencyName, AgencyType, Province],
            Signs: [Instrument, Respondent, Item, Answer],
            Hints: []),
        new(FileKind.Measures,
            Required: [FiscalYear, AgencyCode, Column.Measure],
            Optional:
            [
                Issue, Item, Steps, Period, Responsible, Monitoring, Status, Percent, Column.Result, Url, AgencyName, AgencyType, Province,
            ],
            Signs: [Column.Measure],
            Hints: []),
    ];

    /// <summary>As our own documents spell it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>A kind with one sign is told by it, whatever else stands in the header.</summary>
    private bool IsToldByOne => Signs.Length == 1;

    public bool Uses(Column column) => Required.Contains(column) || Optional.Contains(column);

    /// <summary>The kind with the most of its signs in the header, the first of equals; null when none has any.</summary>
    public static KindColumns? Of(IReadOnlySet<Column> header) => All
        .Where(kind => kind.Signs.Any(header.Contains) || kind.Hints.Any(header.Contains))
        .OrderByDescending(kind => kind.IsToldByOne && kind.Signs.Any(header.Contains))
        .ThenByDescending(kind => kind.Signs.Count(header.Contains))
        .FirstOrDefault();

    public override string ToString() =>
        $"{KindName}: {string.Join(", ", Required.Select(ColumnNames.English))}"
        + $" ({string.Join(", ", Optional.Select(ColumnNames.English))})";
}
