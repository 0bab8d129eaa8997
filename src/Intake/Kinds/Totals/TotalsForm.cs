using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Totals;

/// <summary>One row with the published total and rating.</summary>
internal static class TotalsForm
{
    public static byte[] Write(Form form) => new CsvForm([.. StartTitles, Title(Column.Total), Title(Column.Rating)])
        .Row([.. form.Start, form.ScoreOf(ScoreKey.Total), form.Sheet.PublishedRating ?? ""])
        .ToBytes();
}
