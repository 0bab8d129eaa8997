using Ita.Domain.Texts;

namespace Ita.App.Settings;

/// <summary>GET and PUT reports/{year}/{agency}/settings: the settings of an agency for its documents. Both require a key, because settings can name
/// the people who sign.</summary>
internal static class SettingsApi
{
    private const string Fields =
        "lowLimit, highLimit, digits, addressee, circularAddressee, unit, telephone, address, signatories, chapters";

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
        var invalid = Refusal.Invalid(
            "settings-invalid", ("fields", Fields), ("lines", $"{TextLimits.LetterLines}"), ("letters", $"{TextLimits.LetterLine}"));
        var read = await JsonBody.ReadAsync<ReportSettings>(request, invalid, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var sent = SettingsCheck.WithoutBlanks(read.Value);
        var problems = SettingsCheck.FindProblems(sent);
        if (!problems.IsEmpty)
        {
            return invalid.Because(problems);
        }

        await settings.WriteAsync(FiscalYear.FromBuddhistEra(year), agency, sent, cancellationToken);
        return sent;
    }
}
