using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Kinds.Indicators;

/// <summary>One row, with a column an indicator that carries its name.</summary>
internal static class IndicatorsForm
{
    public static FormTable Create(Form form) => new(
        [
            .. FormColumns.Start,
            .. form.Framework.Indicators.Select(ColumnFor),
            FormColumns.Create(Column.Total),
            FormColumns.Rating(form.Framework),
        ],
        [new(
        [
            .. form.Start,
            .. form.Framework.Indicators.Select(indicator => form.ScoreOf(ScoreKey.Indicator(indicator.Number))),
            form.ScoreOf(ScoreKey.Total),
            form.Sheet.PublishedRating ?? "",
        ])]);

    private static WorkbookColumn ColumnFor(Indicator indicator) => FormColumns.Create(
        FormattableString.Invariant($"{ColumnNames.Thai(Column.Ind)} {indicator.Number} {indicator.NameTh}"), isNumber: true);
}
