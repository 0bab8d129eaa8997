using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>The registry: one row per agency and year.</summary>
internal static class AgenciesKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Agencies,
        [new(new KindColumns(
            FileKind.Agencies,
            Required: [FiscalYear, AgencyCode],
            Optional: [AgencyName, AgencyType, Province, District, InternalStaff, ExternalStakeholders, Registered],
            Signs: [District, InternalStaff, ExternalStakeholders, Registered],
            Hints: [AgencyName, AgencyType, Province]), context => new AgencyRows(context))],
        AgenciesForm.Write);
}
