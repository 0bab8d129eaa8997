using Ita.Intake.Forms;

namespace Ita.Intake.Kinds.Totals;

/// <summary>One row with the published total and rating.</summary>
internal static class TotalsForm
{
    public static FormTable Create(Form form) => new(
        [.. FormColumns.Start, FormColumns.Create(Column.Total), FormColumns.Rating(form.Framework)],
        [new([.. form.Start, form.ScoreOf(ScoreKey.Total), form.Sheet.PublishedRating ?? ""])]);
}
