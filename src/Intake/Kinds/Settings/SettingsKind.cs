namespace Ita.Intake.Kinds.Settings;

/// <summary>Settings of agencies for their documents: one row per setting.</summary>
internal static class SettingsKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Settings,
        [new(new KindColumns(
            FileKind.Settings,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Setting, Column.Value],
            Optional: [Column.AgencyName, Column.AgencyType, Column.Province],
            Signs: [Column.Setting],
            Hints: []), context => new SettingRows(context))],
        SettingsForm.Create);
}
