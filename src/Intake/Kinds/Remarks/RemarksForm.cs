using Ita.Domain.Improvement;
using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Remarks;

/// <summary>A row a remark. Stored remarks are not filled in: they are masked, and some are withheld.</summary>
internal static class RemarksForm
{
    private static readonly IEnumerable<string> Issues = Enumerable.Range(1, MeasureChecks.Issues).Select(issue => Shown(issue));

    public static FormTable Create(Form form) => FormTable.Create(form, Columns(form.Framework), [new FormRow([.. form.Start, "", "", "", ""])]);

    private static IEnumerable<WorkbookColumn> Columns(Framework framework) =>
    [
        .. FormColumns.Start,
        FormColumns.Create(Column.Instrument, FormColumns.Choices(framework.Instruments.Select(instrument => instrument.Code), isClosed: true)),
        FormColumns.Create(Column.Item, FormColumns.Choices(
            framework.Items.Select(item => item.Code).Concat(framework.Indicators.Select(indicator => ScoreKey.Indicator(indicator.Number).Code)))),
        FormColumns.Create(Column.Issue, FormColumns.Choices(Issues, isClosed: true)),
        FormColumns.Create(Column.Remark),
    ];
}
