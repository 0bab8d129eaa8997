using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Indicators;

/// <summary>One row, with a column an indicator that carries its name.</summary>
internal static class IndicatorsForm
{
    public static byte[] Write(Form form)
    {
        var indicators = form.Framework.Indicators;
        return new CsvForm(
            [
                .. StartTitles,
                .. indicators.Select(indicator => FormattableString.Invariant($"{Title(Column.Ind)} {indicator.Number} {indicator.NameTh}")),
                Title(Column.Total),
                Title(Column.Rating),
            ])
            .Row(
            [
                .. form.Start,
                .. indicators.Select(indicator => form.ScoreOf(ScoreKey.Indicator(indicator.Number))),
                form.ScoreOf(ScoreKey.Total),
                form.Sheet.PublishedRating ?? "",
            ])
            .ToBytes();
    }
}
