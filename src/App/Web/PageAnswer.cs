using Microsoft.AspNetCore.Components;

namespace Ita.App.Web;

/// <summary>Answers with an HTML page.</summary>
internal static class PageAnswer
{
    /// <param name="view">The page's parameter View.</param>
    public static Task<IResult> RenderAsync<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => Task.FromResult<IResult>(new PageResult(typeof(TPage), view, status));

    /// <summary>Redirects to another page by GET, so that reloading it posts nothing again.</summary>
    public static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
