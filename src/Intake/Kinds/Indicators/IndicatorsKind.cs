namespace Ita.Intake.Kinds.Indicators;

/// <summary>Scores of indicators: one row per agency, one column per indicator.</summary>
internal static class IndicatorsKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Indicators,
        [new(new KindColumns(
            FileKind.Indicators,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Ind],
            Optional: [Column.AgencyName, Column.AgencyType, Column.Province, Column.Total, Column.Rating, Column.Rank],
            Signs: [Column.Ind, Column.Total, Column.Rating],
            Hints: []), context => new IndicatorRows(context))],
        IndicatorsForm.Create);
}
