using Ita.Domain.Scoring;
using Ita.Intake.Columns;
using static Ita.Intake.Templates.Form;

namespace Ita.Intake.Templates;

/// <summary>One row, with a column an indicator that carries its name.</summary>
internal static class IndicatorsForm
{
    public static byte[] Of(Form form)
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
