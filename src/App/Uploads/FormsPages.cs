using Ita.App.Agencies;
using Ita.Intake.Templates;

namespace Ita.App.Uploads;

/// <param name="Title">The name of the agency; its code when there is no name.</param>
/// <param name="Surveys">The codes of the surveys of which there is a form for answers.</param>
public sealed record FormsView(int Year, string Agency, string Title, ImmutableArray<string> Surveys, Framework Framework);

/// <summary>GET forms/{year}/{agency}: the forms of a year, filled with the code, name and items of an agency.</summary>
internal static class FormsPages
{
    public static void MapFormsPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/forms/{year:int}/{agency}", ShowAsync).Needs(Right.OwnAgency);

    public static string Address(int year, string agency) =>
        FormattableString.Invariant($"{PageRoutes.Root}/forms/{year}/{Uri.EscapeDataString(agency)}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, AgencyTable agencies, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        return await PageAnswer.RenderAsync<FormsPage>(new FormsView(
            year,
            agency,
            await agencies.TitleAsync(known, agency, cancellationToken),
            [.. TemplateWriter.Surveys(frameworks.Get(known))],
            frameworks.Get(known)));
    }
}
