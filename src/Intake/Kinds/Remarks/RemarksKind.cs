namespace Ita.Intake.Kinds.Remarks;

/// <summary>Remarks of assessors and respondents in their own words: one row per remark.</summary>
internal static class RemarksKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Remarks,
        [new(new KindColumns(
            FileKind.Remarks,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Remark],
            Optional: [Column.Instrument, Column.Item, Column.Issue, Column.AgencyName, Column.AgencyType, Column.Province],
            Signs: [Column.Remark],
            Hints: []), context => new RemarkRows(context))],
        RemarksForm.Create);
}
