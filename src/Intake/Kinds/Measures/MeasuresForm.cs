using Ita.Domain.Improvement;
using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Measures;

/// <summary>A row a measure that the agency has taken on; one that is not filled in when there is none.</summary>
internal static class MeasuresForm
{
    private static readonly IEnumerable<string> Issues = Enumerable.Range(1, MeasureChecks.Issues).Select(issue => Shown(issue));

    private static readonly ImmutableArray<WorkbookColumn> Columns =
    [
        .. FormColumns.Start,
        FormColumns.Create(Column.Issue, FormColumns.Choices(Issues, isClosed: true)),
        // Several items in one cell, so that there is nothing to choose from.
        FormColumns.Create(Column.Item),
        FormColumns.Create(Column.Measure),
        FormColumns.Create(Column.Steps),
        FormColumns.Create(Column.Period),
        FormColumns.Create(Column.Responsible),
        FormColumns.Create(Column.Monitoring),
        FormColumns.Create(Column.Status, FormColumns.Choices(Enum.GetValues<MeasureStatus>().Select(StatusCell.Words), isClosed: true)),
        FormColumns.Create(Column.Percent),
        FormColumns.Create(Column.Result),
        FormColumns.Create(Column.Url),
    ];

    public static FormTable Create(Form form) =>
        FormTable.Create(form, Columns, form.Measures.Select(measure => new FormRow(Row(form, measure))));

    private static string[] Row(Form form, Measure measure) =>
    [
        .. form.Start,
        Shown(measure.Issue),
        string.Join(", ", measure.Items),
        measure.Title,
        string.Join('\n', measure.Steps.Select((step, place) => FormattableString.Invariant($"{place + 1}. {step}"))),
        measure.Period,
        measure.Responsible,
        measure.Monitoring,
        StatusCell.Words(measure.Status),
        Shown(measure.Percent),
        measure.Result,
        string.Join('\n', measure.Evidence.Select(link => link.Url)),
    ];
}
