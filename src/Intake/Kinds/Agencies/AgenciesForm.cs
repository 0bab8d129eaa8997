using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>One row of the registry, with what is known of the agency.</summary>
internal static class AgenciesForm
{
    public static byte[] Write(Form form)
    {
        var titles = new[]
        {
            Column.AgencyType, Column.Province, Column.District, Column.InternalStaff, Column.ExternalStakeholders, Column.Registered,
        }.Select(Title);
        return new CsvForm(StartTitles.Concat(titles)).Row([.. form.Start, .. Known(form)]).ToBytes();
    }

    private static string[] Known(Form form) =>
    [
        form.Agency?.Type ?? "",
        form.Agency?.Province ?? "",
        form.Agency?.District ?? "",
        Shown(form.Agency?.InternalStaff),
        Shown(form.Agency?.ExternalStakeholders),
        form.Agency?.Registered switch
        {
            true => "ใช่",
            false => "ไม่ใช่",
            null => "",
        },
    ];
}
