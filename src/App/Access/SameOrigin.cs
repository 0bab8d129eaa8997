using Ita.App.Results;
using Ita.App.Web;

namespace Ita.App.Access;

/// <summary>Refuses what another site's page makes a browser send.</summary>
/// <remarks>
/// By what the browser says of itself (<c>Sec-Fetch-Site</c>), or where it says nothing, by <c>Origin</c>. A caller that sends
/// neither is no browser of these years, and carries nobody's cookie.
/// </remarks>
internal sealed class SameOrigin(PublicAddress address) : IEndpointFilter
{
    // The address bar and bookmarks say none.
    private static readonly string[] Own = ["same-origin", "none"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request)
            ? await next(context)
            : ApiProblem.Of(StatusCodes.Status403Forbidden, "other-site");
    }

    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return Own.Contains(site);
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var sent) && Hosts(request).Contains(sent.Authority, StringComparer.OrdinalIgnoreCase));
    }

    // The Functions host may put its own name into Host and the public one into X-Forwarded-Host, which no form can set.
    private IEnumerable<string> Hosts(HttpRequest request) =>
        [request.Host.Value ?? "", request.Headers["X-Forwarded-Host"].ToString(), address.Url.Authority];
}
