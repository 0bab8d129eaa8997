using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>One row of the registry, with what is known of the agency.</summary>
internal static class AgenciesForm
{
    private static readonly ImmutableArray<WorkbookColumn> Columns =
    [
        .. FormColumns.Start,
        FormColumns.Create(Column.District),
        FormColumns.Create(Column.InternalStaff),
        FormColumns.Create(Column.ExternalStakeholders),
        FormColumns.Create(Column.Registered, new([FormColumns.Yes, FormColumns.No], IsClosed: true)),
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
        Shown(form.Agency?.InternalStaff),
        Shown(form.Agency?.ExternalStakeholders),
        form.Agency?.Registered switch
        {
            true => FormColumns.Yes,
            false => FormColumns.No,
            null => "",
        },
    ];
}
