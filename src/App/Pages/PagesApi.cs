using Ita.App.Api;
using Ita.App.Keys;
using Ita.App.Pages.Assets;
using Ita.App.Pages.Home;
using Ita.App.Pages.Keys;
using Ita.App.Pages.Layout;
using Ita.App.Pages.Rankings;
using Ita.App.Pages.Results;
using Ita.App.Pages.Surveys;
using Ita.App.Pages.Uploads;

namespace Ita.App.Pages;

/// <summary>The pages people use, under /api/app: plain HTML made here, without any script.</summary>
internal static class PagesApi
{
    public const string Root = "/api/app";

    public static void MapPages(this IEndpointRouteBuilder app)
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
