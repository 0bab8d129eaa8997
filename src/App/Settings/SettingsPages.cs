using Ita.App.Agencies;

namespace Ita.App.Settings;

/// <param name="Title">The name of the agency; its code when there is no name.</param>
/// <param name="Tag">The <see cref="FormTag"/> of the settings that the form shows.</param>
/// <param name="IsSaved">True after the settings were stored.</param>
public sealed record SettingsView(int Year, string Agency, string Title, string Tag, FormView Form, bool IsSaved)
{
    public string Address => SettingsPages.Address(Year, Agency);
}

/// <summary>GET and POST settings/{year}/{agency}: the settings of an agency for its documents.</summary>
internal static class SettingsPages
{
    private const string Saved = "saved";

    public static void MapSettingsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/settings/{year:int}/{agency}", ShowAsync).Needs(Right.OwnAgency);
        pages.MapPost("/settings/{year:int}/{agency}", SaveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency) =>
        FormattableString.Invariant($"{PageRoutes.Root}/settings/{year}/{Uri.EscapeDataString(agency)}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, string? done, SettingsTable settings, AgencyTable agencies, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var stored = await settings.FindAsync(known, agency, cancellationToken);
        return await PageAnswer.RenderAsync<SettingsPage>(new SettingsView(
            year,
            agency,
            await agencies.TitleAsync(known, agency, cancellationToken),
            FormTag.Of(stored),
            SettingsForm.Filled(stored),
            done == Saved));
    }

    private static Task<IResult> SaveAsync(
        HttpContext context, int year, string agency, SettingsTable settings, AgencyTable agencies, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        return FormPost.SaveAsync(
            context,
            SettingsForm.Read,
            async (sent, tag) => await settings.TryReplaceAsync(known, agency, tag, sent, cancellationToken) ? null : FormPost.Raced,
            async (posted, refusal) => await PageAnswer.RenderAsync<SettingsPage>(
                new SettingsView(
                    year,
                    agency,
                    await agencies.TitleAsync(known, agency, cancellationToken),
                    posted.Tag,
                    SettingsForm.Again(posted.Form, refusal),
                    IsSaved: false),
                ProblemResult.StatusFor(refusal.Kind)),
            $"{Address(year, agency)}?done={Saved}");
    }
}
