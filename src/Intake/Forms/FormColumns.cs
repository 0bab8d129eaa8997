using Ita.Domain.Naming;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Forms;

/// <summary>The columns of forms: Thai titles, widths, and the choices that are the same for every kind.</summary>
internal static class FormColumns
{
    public const string Yes = "ใช่";
    public const string No = "ไม่ใช่";

    private const double Narrow = 14;
    private const double Usual = 20;
    private const double Wide = 34;
    private const double Widest = 50;

    /// <summary>The columns of <see cref="Form.Start"/>.</summary>
    public static ImmutableArray<WorkbookColumn> Start { get; } =
    [
        Create(Column.FiscalYear),
        Create(Column.AgencyCode),
        Create(Column.AgencyName),
        Create(Column.AgencyType, new(OfficialNames.AgencyTypes.Names)),
        Create(Column.Province, new(OfficialNames.Provinces.Names)),
    ];

    public static WorkbookColumn Create(Column column, ChoiceList? choices = null) =>
        new(ColumnNames.Thai(column), IsNumber(column), WidthOf(column), choices);

    /// <summary>The column of an indicator or a question.</summary>
    public static WorkbookColumn Create(string title, bool isNumber, ChoiceList? choices = null) => new(title, isNumber, Usual, choices);

    /// <summary>Null when there is nothing to choose from.</summary>
    public static ChoiceList? Choices(IEnumerable<string> values, bool isClosed = false, string? prompt = null) =>
        values.Distinct().ToImmutableArray() is { IsEmpty: false } choices ? new(choices, isClosed, prompt) : null;

    public static WorkbookColumn Rating(Framework framework) =>
        Create(Column.Rating, Choices(framework.Rating.Bands.Select(band => band.Name)));

    private static bool IsNumber(Column column) => column is Column.FiscalYear or Column.Score or Column.Respondents or Column.Part
        or Column.Total or Column.InternalStaff or Column.ExternalStakeholders or Column.Issue or Column.Percent or Column.Respondent;

    private static double WidthOf(Column column) => column switch
    {
        Column.FiscalYear or Column.Score or Column.Part or Column.Issue or Column.Instrument or Column.Item => Narrow,
        Column.AgencyName or Column.AgencyType or Column.Monitoring or Column.Responsible or Column.ContactEmail => Wide,
        Column.Setting => Wide,
        Column.Value or Column.Name or Column.Measure or Column.Steps or Column.Comment or Column.Result or Column.Url or Column.Remark => Widest,
        _ => Usual,
    };
}
