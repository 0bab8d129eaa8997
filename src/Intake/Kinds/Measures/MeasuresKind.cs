namespace Ita.Intake.Kinds.Measures;

/// <summary>Measures to raise scores: one row per measure.</summary>
internal static class MeasuresKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Measures,
        [new(new KindColumns(
            FileKind.Measures,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Measure],
            Optional: [
                Column.Issue, Column.Item, Column.Steps, Column.Period, Column.Responsible, Column.Monitoring, Column.Status,
                Column.Percent, Column.Result, Column.Url, Column.AgencyName, Column.AgencyType, Column.Province
            ],
            Signs: [Column.Measure],
            Hints: []), context => new MeasureRows(context))],
        MeasuresForm.Create);
}
