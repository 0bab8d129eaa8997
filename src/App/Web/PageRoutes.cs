using Ita.App.Access;
using Ita.App.Desk;
using Ita.App.Rankings;
using Ita.App.Results;
using Ita.App.Surveys.Pages;
using Ita.App.Uploads;
using Ita.App.Web.Assets;
using Ita.App.Web.Layout;

namespace Ita.App.Web;

/// <summary>The pages people use, under /api/app: plain HTML made here, without any script.</summary>
internal static class PageRoutes
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
