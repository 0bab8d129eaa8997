namespace Ita.App.Settings;

/// <summary>GET and PUT reports/{year}/{agency}/settings: the settings of an agency for its documents. Both require a key, because settings can name
/// the people who sign.</summary>
internal static class SettingsApi
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        const string Settings = "/reports/{year:int}/{agency}/settings";
        api.MapGet(Settings, GetAsync).Needs(Right.OwnAgency);
        api.MapPut(Settings, PutAsync).Needs(Right.OwnAgency).TakesBody();
    }

    private static async Task<Answer<ReportSettings>> GetAsync(
        int year, string agency, SettingsTable settings, CancellationToken cancellationToken) =>
        await settings.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken);

    private static async Task<Answer<ReportSettings>> PutAsync(
        int year, string agency, HttpRequest request, SettingsTable settings, CancellationToken cancellationToken)
    {
        var sent = SettingsCheck.Check(await JsonBody.ReadAsync<ReportSettings>(request, SettingsCheck.Invalid, cancellationToken));
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        await settings.WriteAsync(FiscalYear.FromBuddhistEra(year), agency, sent.Value, cancellationToken);
        return sent.Value;
    }
}
