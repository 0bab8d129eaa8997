using Ita.Domain.Improvement;
using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Measures;

/// <summary>A row a measure that the agency has taken on; one that is not filled in when there is none.</summary>
internal static class MeasuresForm
{
    private static readonly Column[] Columns =
    [
        Column.Issue, Column.Item, Column.Measure, Column.Steps, Column.Period, Column.Responsible, Column.Monitoring,
        Column.Status, Column.Percent, Column.Result, Column.Url,
    ];

    public static byte[] Write(Form form) => new CsvForm(StartTitles.Concat(Columns.Select(Title)))
        .Rows([.. form.Measures.Select(measure => Row(form, measure))], form.Key)
        .ToBytes();

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
