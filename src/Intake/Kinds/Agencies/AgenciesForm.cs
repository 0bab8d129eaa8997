using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>One row of the registry, with what is known of the agency.</summary>
internal static class AgenciesForm
{
    private static readonly ChoiceList YesNo = new([FormColumns.Yes, FormColumns.No], IsClosed: true);

    private static readonly ImmutableArray<WorkbookColumn> Columns =
    [
        .. FormColumns.Start,
        FormColumns.Create(Column.District),
        FormColumns.Create(Column.InternalStaff),
        FormColumns.Create(Column.ExternalStakeholders),
        FormColumns.Create(Column.Registered, YesNo),
        FormColumns.Create(Column.ContactEmail),
        FormColumns.Create(Column.Reminders, YesNo),
    ];

    public static FormTable Create(Form form) => new(Columns, [new(Row(form))]);

    /// <summary>Type and province as they are stored, official or not: this form is where they are corrected.</summary>
    private static string[] Row(Form form) =>
    [
        .. form.Key,
        form.Agency?.Name ?? "",
        form.Agency?.Type ?? "",
        form.Agency?.Province ?? "",
        form.Agency?.District ?? "",
        Form.Shown(form.Agency?.InternalStaff),
        Form.Shown(form.Agency?.ExternalStakeholders),
        Shown(form.Agency?.Registered),
        form.Agency?.ContactEmail ?? "",
        Shown(form.Agency?.Reminders),
    ];

    private static string Shown(bool? answer) => answer switch
    {
        true => FormColumns.Yes,
        false => FormColumns.No,
        null => "",
    };
}
