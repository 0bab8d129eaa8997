namespace Ita.Intake.Kinds.Agencies;

/// <summary>The registry: one row per agency and year.</summary>
internal static class AgenciesKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Agencies,
        [new(new KindColumns(
            FileKind.Agencies,
            Required: [Column.FiscalYear, Column.AgencyCode],
            Optional: [
                Column.AgencyName, Column.AgencyType, Column.Province, Column.District,
                Column.InternalStaff, Column.ExternalStakeholders, Column.Registered, Column.ContactEmail, Column.Reminders
            ],
            Signs: [
                Column.District, Column.InternalStaff, Column.ExternalStakeholders, Column.Registered, Column.ContactEmail, Column.Reminders
            ],
            Hints: [Column.AgencyName, Column.AgencyType, Column.Province]), context => new AgencyRows(context))],
        AgenciesForm.Create);
}
