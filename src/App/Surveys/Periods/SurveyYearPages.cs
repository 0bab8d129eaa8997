using Ita.App.Web.Forms;
using Ita.Intake.Cells;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Surveys.Periods;

/// <summary>GET survey-years (the newest year), GET survey-years/{year}?page=, and POST survey-years/{year}, which sets a period.</summary>
internal static class SurveyYearPages
{
    private const int PageSize = 50;

    public static IServiceCollection AddSurveyPeriods(this IServiceCollection services) => services.AddSingleton<PeriodSetting>();

    public static void MapSurveyYearPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/survey-years", (HttpContext context, FrameworkCatalogue frameworks) => PageAnswer.SeeOther(
            context, SurveyAddress.Of(frameworks.Newest.BuddhistEra))).Needs(Right.AnyAgency);
        pages.MapGet("/survey-years/{year:int}", ShowAsync).Needs(Right.AnyAgency);
        pages.MapPost("/survey-years/{year:int}", SetAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        int year, string? page, SurveyRegistry registry, FrameworkCatalogue frameworks, CancellationToken cancellationToken) =>
        PageToken.TryRead(ListOf(year), page, out var token)
            ? await RenderAsync(year, token, new(), [], StatusCodes.Status200OK, registry, frameworks, cancellationToken)
            : PageToken.Unknown.ToResult();

    private static async Task<IResult> SetAsync(
        HttpContext context,
        int year,
        [FromForm] string? agency,
        [FromForm] string? opens,
        [FromForm] string? closes,
        [FromForm] string? whenReached,
        PeriodSetting setting,
        SurveyRegistry registry,
        FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var form = new PeriodFields(agency, opens, closes, whenReached is not null);
        var (faults, status) = await setting.SetAsync(FiscalYear.FromBuddhistEra(year), form, context.Holder().Id, cancellationToken);
        return faults.IsEmpty
            ? PageAnswer.SeeOther(context, $"{SurveyAddress.Of(year, AgencyCodes.Normalize(agency!)!)}?done=set")
            : await RenderAsync(year, null, form, faults, status, registry, frameworks, cancellationToken);
    }

    private static async Task<IResult> RenderAsync(
        int year,
        string? token,
        PeriodFields form,
        ImmutableArray<FieldFault> faults,
        int status,
        SurveyRegistry registry,
        FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var (surveys, next) = await registry.PageAsync(FiscalYear.FromBuddhistEra(year), PageSize, token, cancellationToken);
        return await PageAnswer.RenderAsync<SurveyYearPage>(
            new SurveyYearView(
                year,
                frameworks.NewestFirst,
                [.. surveys],
                PageToken.Write(ListOf(year), next),
                form,
                faults),
            status);
    }

    private static string ListOf(int year) => FormattableString.Invariant($"survey-years {year}");
}
