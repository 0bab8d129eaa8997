using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Checklist;

/// <summary>The checklist: one row per item, with what the assessor looked at.</summary>
internal static class ChecklistKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Checklist,
        [new(new KindColumns(
            FileKind.Checklist,
            Required: [FiscalYear, AgencyCode, Item, Score],
            Optional: [Name, Url, Comment, AgencyName, AgencyType, Province],
            Signs: [Item, Score, Url, Comment],
            Hints: []), context => new ChecklistRows(context))],
        ChecklistForm.Write);
}
