namespace Ita.Intake.Kinds.Checklist;

/// <summary>The checklist: one row per item, with what the assessor looked at.</summary>
internal static class ChecklistKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Checklist,
        [new(new KindColumns(
            FileKind.Checklist,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Item, Column.Score],
            Optional: [Column.Name, Column.Url, Column.Comment, Column.AgencyName, Column.AgencyType, Column.Province],
            Signs: [Column.Item, Column.Score, Column.Url, Column.Comment],
            Hints: []), context => new ChecklistRows(context))],
        ChecklistForm.Create);
}
