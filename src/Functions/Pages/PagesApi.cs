using Ita.Functions.Api;
using Ita.Functions.Keys;
using Ita.Functions.Pages.Assets;
using Ita.Functions.Pages.Home;
using Ita.Functions.Pages.Keys;
using Ita.Functions.Pages.Layout;
using Ita.Functions.Pages.Rankings;
using Ita.Functions.Pages.Results;
using Ita.Functions.Pages.Surveys;
using Ita.Functions.Pages.Uploads;

namespace Ita.Functions.Pages;

/// <summary>The pages people use, under /api/app: plain HTML made here, without any script.</summary>
internal static class PagesApi
{
    public const string Root = "/api/app";

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup(Root)
            .AddEndpointFilter<PageHeaders>()
            .AddEndpointFilter<ProblemPages>()
            .AddEndpointFilter<SameOrigin>()
            .AddEndpointFilter<KeyCookie>()
            .AddEndpointFilter<Rights>();
        pages.MapAssets();
        pages.MapHome();
        pages.MapKeyPage();
        pages.MapUploadPages();
        pages.MapResultPages();
        pages.MapDiffPages();
        pages.MapRankingPages();
        pages.MapSurveyPages();
        pages.Map("/{**path}", ApiProblem.NotFound).Needs(Right.Anyone);
    }
}
