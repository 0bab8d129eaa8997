using Ita.Reports.Rendering;

namespace Ita.App.Web;

/// <summary>An HTML page, rendered when it is sent.</summary>
/// <param name="view">The page's parameter View.</param>
internal sealed class PageResult(Type page, object view, int status) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await ComponentPage.RenderAsync<PageRoot>(new()
        {
            [nameof(PageRoot.Page)] = page,
            [nameof(PageRoot.View)] = view,
            [nameof(PageRoot.Site)] = PageSite.Of(httpContext),
        });
        await TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
    }
}
