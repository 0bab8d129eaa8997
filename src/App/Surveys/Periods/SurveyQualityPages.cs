namespace Ita.App.Surveys.Periods;

/// <summary>GET survey-years/{year}/{agency}/quality: the flags of a survey with what to do about each.</summary>
internal static class SurveyQualityPages
{
    public static void MapSurveyQualityPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/survey-years/{year:int}/{agency}/quality", ShowAsync).Needs(Right.OwnAgency);

    private static async Task<IResult> ShowAsync(
        HttpContext context, int year, string agency, SurveyRegistry registry, SurveyQuality quality, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<SurveyQualityPage>(new SurveyQualityView(
                survey, [.. await quality.AssessAsync(survey.Record, cancellationToken)], context.Holder().Scope != KeyScope.Agency))
            : Refusal.NotFound().ToResult();
}

/// <param name="Forms">One per form, in the framework's order.</param>
/// <param name="LinksUp">True when the reader may see the survey's page of the assessor.</param>
public sealed record SurveyQualityView(AgencySurvey Survey, ImmutableArray<FormQuality> Forms, bool LinksUp);
