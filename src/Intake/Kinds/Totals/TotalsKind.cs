namespace Ita.Intake.Kinds.Totals;

/// <summary>Published results: one row per agency, with its total and rating.</summary>
internal static class TotalsKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Totals,
        [new(new KindColumns(
            FileKind.Totals,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Total],
            Optional: [Column.Rating, Column.Rank, Column.AgencyName, Column.AgencyType, Column.Province],
            Signs: [Column.Total, Column.Rating],
            Hints: []), context => new TotalRows(context))],
        TotalsForm.Create);
}
