using Ita.App.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Invitations;

/// <summary>GET survey-invitations/{year}/{agency}, POST survey-invitations/{year}/{agency}/letter: the posters of a survey and the letter with the
/// code.</summary>
internal static class InvitationPages
{
    private const string Path = "/survey-invitations/{year:int}/{agency}";

    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddSingleton<InvitationDrafts>()
        .AddSingleton<InvitationAnswer>();

    public static void MapInvitationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ShowAsync).Needs(Right.OwnAgency);
        pages.MapPost($"{Path}/letter", PrintLetterAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    /// <summary>GET /s/{year}/{agency}/{iit or eit}: the short address that posters show.</summary>
    public static void MapShortAddresses(this IEndpointRouteBuilder app) => app.MapGet(
        "/s/{year:int}/{agency}/{path}",
        (int year, string agency, string path, FrameworkCatalogue frameworks) => SurveyForms.Find(frameworks, year, path, null) is null
            ? Refusal.NotFound().ToResult()
            : (IResult)TypedResults.Redirect(SurveyView.AddressOf(year, agency, path.ToLowerInvariant()))).ExcludeFromDescription();

    public static string AddressOf(int year, string agency) =>
        FormattableString.Invariant($"{PageRoutes.Root}/survey-invitations/{year}/{Uri.EscapeDataString(agency)}");

    private static Task<IResult> ShowAsync(int year, string agency, SurveyRegistry registry, CancellationToken cancellationToken) =>
        RenderAsync((year, agency), null, null, registry, cancellationToken);

    private static async Task<IResult> PrintLetterAsync(
        int year,
        string agency,
        [FromForm] string? code,
        [FromForm] string? format,
        InvitationDrafts drafts,
        InvitationAnswer answer,
        SurveyRegistry registry,
        CancellationToken cancellationToken)
    {
        var typed = string.IsNullOrWhiteSpace(code) ? null : code;
        var drafted = await drafts.LetterAsync((year, agency, "iit"), typed, cancellationToken);
        return drafted.IsRefused
            ? await RenderAsync((year, agency), typed, drafted.Refusal, registry, cancellationToken)
            : await answer.AnswerAsync(drafted, format, $"{year}-{agency}-iit-letter", cancellationToken);
    }

    private static async Task<IResult> RenderAsync(
        (int Year, string Agency) of, string? code, Refusal? refusal, SurveyRegistry registry, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(of.Year), of.Agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<InvitationPage>(
                new InvitationView(survey, code, refusal is null ? [] : [new(refusal.Code == "code-wrong" ? "code" : "", refusal.Text.Th)]),
                refusal is null ? StatusCodes.Status200OK : ProblemResult.StatusFor(refusal.Kind))
            : Refusal.NotFound().ToResult();
}

/// <param name="Code">The code as it was typed; null for none.</param>
public sealed record InvitationView(AgencySurvey Survey, string? Code, ImmutableArray<FieldFault> Faults);
