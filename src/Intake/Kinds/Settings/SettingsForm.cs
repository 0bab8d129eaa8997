using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Kinds.Settings;

/// <summary>A row per setting, with the values that are set; a list has a row for each of its lines.</summary>
internal static class SettingsForm
{
    private static readonly ImmutableArray<WorkbookColumn> Columns =
    [
        .. FormColumns.Start,
        FormColumns.Create(Column.Setting, FormColumns.Choices(SettingList.All.Select(setting => setting.NameTh), isClosed: true)),
        FormColumns.Create(Column.Value),
    ];

    public static FormTable Create(Form form) => FormTable.Create(form, Columns, SettingList.All.SelectMany(setting => setting
        .Show(form.Settings)
        .DefaultIfEmpty("")
        .Select(value => new FormRow([.. form.Start, setting.NameTh, value]))));
}
