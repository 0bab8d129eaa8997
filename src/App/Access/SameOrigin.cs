namespace Ita.App.Access;

/// <summary>Refuses requests that a page of another site makes a browser send (CSRF).</summary>
/// <remarks>Decided by <c>Sec-Fetch-Site</c> or, when the browser does not send it, by <c>Origin</c>. A caller that
/// sends neither is not a current browser and has no user's cookie.</remarks>
internal sealed class SameOrigin(PublicAddress address) : IEndpointFilter
{
    // Browsers send "none" for an address that was typed or opened from a bookmark.
    private static readonly string[] Own = ["same-origin", "none"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request)
            ? await next(context)
            : Refusal.Forbidden("other-site").ToResult();
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

    // The Functions host may put its own name into Host and the public one into X-Forwarded-Host. A form cannot set
    // either header.
    private IEnumerable<string> Hosts(HttpRequest request) =>
        [request.Host.Value ?? "", request.Headers["X-Forwarded-Host"].ToString(), address.Url.Authority];
}
