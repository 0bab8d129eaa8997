namespace Ita.Functions.Pages.Surveys;

internal static class SurveyPages
{
    public static void MapSurveyPages(this RouteGroupBuilder pages)
    {
    }
}
